package uk.followmycase.delivery.internal;

import static java.util.stream.Collectors.toSet;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.ContactPoints;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;

/** Contacts in {@code police.contact_point}, each sealed under the key of its person's case. */
@Component
class SealedContactPoints implements ContactPoints {

  private final JdbcClient jdbc;
  private final RecordsPlans records;
  private final ForceKeys keys;
  private final WrongContacts wrong;

  SealedContactPoints(JdbcClient jdbc, RecordsPlans records, ForceKeys keys, WrongContacts wrong) {
    this.jdbc = jdbc;
    this.records = records;
    this.keys = keys;
    this.wrong = wrong;
  }

  @Override
  @Transactional
  public Set<UUID> replace(Collection<PersonContacts> people) {
    if (people.isEmpty()) {
      return Set.of();
    }
    var inOrder = new ArrayList<>(people);
    inOrder.sort(Comparator.comparing(PersonContacts::personId));
    var plans = new Columns<>(inOrder);
    var points =
        new Columns<>(inOrder.stream().flatMap(person -> ContactRow.of(person, keys)).toList());
    var replaced =
        jdbc.sql(
                """
            with before as (
              select person_id, digest, safe, shared from police.contact_point
              where force_id = :force and person_id = any(:people)),
            plan as (
              insert into police.contact_plan as old (force_id, person_id, case_id, wish)
              select :force, * from unnest(:people, :cases, :wishes)
              on conflict (force_id, person_id) do update set wish = excluded.wish
              where old.wish is distinct from excluded.wish),
            gone as (
              delete from police.contact_point c
              where c.force_id = :force and c.person_id = any(:people) and c.stopped_at is null
                and (c.person_id, c.digest) not in (select * from unnest(:owners, :digests))
              returning c.person_id),
            put as (
              insert into police.contact_point as old (force_id, id, person_id, case_id, channel,
                place, safe, shared, digest, sealed, stopped_at)
              select :force, t.*, (select min(g.stopped_at) from police.contact_point g
                where g.force_id = :force and g.digest = t.digest)
              from unnest(:ids, :owners, :files, :channels, :places, :safes, :shareds, :digests,
                :seals) t (id, person_id, case_id, channel, place, safe, shared, digest, sealed)
              on conflict (force_id, person_id, digest) do update
              set place = excluded.place, safe = excluded.safe, shared = excluded.shared
              where (old.place, old.safe, old.shared)
                is distinct from (excluded.place, excluded.safe, excluded.shared)
              returning old.person_id, old.digest, old.safe, old.shared, old.channel,
                old.stopped_at is not null as stopped),
            given as (
              select person_id, min(channel) as channel from put
              where stopped and (person_id, digest) not in (select person_id, digest from before)
              group by person_id)
            select p.person_id, changed.person_id is not null as changed,
              exists (select from police.safe_contact s where s.force_id = :force
                and s.person_id = p.person_id and s.source = 'RECORDS')
              or exists (select from before b where b.person_id = p.person_id
                and (b.shared or not b.safe)) as marked,
              given.channel as given_up
            from unnest(:people) p (person_id)
            left join (select person_id from gone union
              select person_id from (select person_id, digest, safe, shared from put
                except select * from before) altered) changed
              on changed.person_id = p.person_id
            left join given on given.person_id = p.person_id
            """)
            .param("force", ForceBinding.current().value())
            .param("people", plans.uuids(PersonContacts::personId))
            .param("cases", plans.uuids(PersonContacts::caseId))
            .param("wishes", plans.texts(PersonContacts::wish))
            .params(columns(points))
            .query(Replaced::of)
            .list();
    var changed =
        replaced.stream().filter(Replaced::changed).map(Replaced::person).collect(toSet());
    var marked = replaced.stream().filter(Replaced::marked).map(Replaced::person).collect(toSet());
    records.tell(inOrder, changed, marked);
    knownWrong(inOrder, replaced);
    return changed;
  }

  /** What was given up before is no news to us, but to whoever works on this case. */
  private void knownWrong(List<PersonContacts> people, List<Replaced> replaced) {
    Map<UUID, Channel> given = new HashMap<>();
    for (var each : replaced) {
      if (each.givenUp() != null) {
        given.put(each.person(), each.givenUp());
      }
    }
    var known = new LinkedHashMap<Recipient, Channel>();
    for (var each : people) {
      var channel = given.get(each.personId());
      if (channel != null) {
        known.put(new Recipient(each.caseId(), each.personId()), channel);
      }
    }
    wrong.known(known);
  }

  /**
   * What became of somebody's contacts.
   *
   * @param marked whether the records system has said anything of how they may be reached before
   * @param givenUp channel of a contact that is new here and was given up elsewhere in the force
   */
  private record Replaced(UUID person, boolean changed, boolean marked, @Nullable Channel givenUp) {

    private static Replaced of(ResultSet row, int number) throws SQLException {
      var given = row.getString("given_up");
      return new Replaced(
          row.getObject("person_id", UUID.class),
          row.getBoolean("changed"),
          row.getBoolean("marked"),
          given == null ? null : Channel.valueOf(given));
    }
  }

  private static Map<String, SqlArrayValue> columns(Columns<ContactRow> points) {
    return Map.of(
        "ids", points.uuids(ContactRow::id),
        "owners", points.uuids(ContactRow::personId),
        "files", points.uuids(ContactRow::caseId),
        "channels", points.texts(row -> row.channel().name()),
        "places", points.numbers(ContactRow::place),
        "safes", points.flags(ContactRow::safe),
        "shareds", points.flags(ContactRow::shared),
        "digests", points.bytes(ContactRow::digest),
        "seals", points.bytes(ContactRow::sealed));
  }

  @Override
  @Transactional
  public Map<UUID, SafeContacts> safe(Map<UUID, DataKey> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    var found = new SafeContactsOf(keys);
    jdbc.sql(
            """
            select p.person_id, coalesce(asked.language, p.wish) as wish, c.id, c.channel, c.sealed
            from police.contact_plan p
            left join lateral (select s.language from police.safe_contact s
              where s.force_id = p.force_id and s.person_id = p.person_id and s.language is not null
              order by s.source = 'VICTIM' desc, s.source = 'OFFICER' desc limit 1) asked on true
            left join lateral (select c.id, c.channel, c.sealed, c.place
              from police.contact_point c where c.force_id = p.force_id
                and c.person_id = p.person_id and c.safe and c.stopped_at is null
                and not exists (select from police.safe_contact s where s.force_id = p.force_id
                  and s.person_id = p.person_id
                  and not case c.channel when 'TEXT' then s.by_text else s.by_email end
                  offset 0)
              offset 0) c on true
            where p.force_id = :force and p.person_id = any(:people)
            order by p.person_id, c.place
            """)
        .param("force", ForceBinding.current().value())
        .param("people", new Columns<>(List.copyOf(keys.keySet())).uuids(id -> id))
        .query(found);
    return found.byPerson();
  }

  @Override
  @Transactional
  public Set<Contact> closed(Collection<UUID> people, Collection<Contact> contacts) {
    Map<ByteBuffer, Contact> byDigest = new HashMap<>();
    contacts.forEach(
        contact -> byDigest.put(ByteBuffer.wrap(ContactRow.digest(contact, keys)), contact));
    var found =
        jdbc.sql(
                """
            select digest from police.contact_point
            where force_id = :force and digest = any(:digests) group by digest
            having bool_or(person_id = any(:people) and (stopped_at is not null or not safe))
              or bool_or(stopped_at is not null) and not bool_or(person_id = any(:people))
            """)
            .param("force", ForceBinding.current().value())
            .param("digests", new Columns<>(byDigest.keySet()).bytes(ByteBuffer::array))
            .param("people", new Columns<>(people).uuids(id -> id))
            .query((row, number) -> ByteBuffer.wrap(row.getBytes(1)))
            .set();
    byDigest.keySet().retainAll(found);
    return Set.copyOf(byDigest.values());
  }

  @Override
  @Transactional
  public void stop(UUID personId, Channel channel) {
    wrong.notForThem(personId, channel);
  }

  @Override
  @Transactional
  public Set<Channel> givenUp(UUID personId) {
    return wrong.givenUp(personId);
  }

  @Override
  @Transactional
  public void takeUp(UUID personId) {
    wrong.takenUp(personId);
  }
}
