package uk.followmycase.delivery.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.tenancy.ForceBinding;

/**
 * Contacts that are not used again, whatever the records system says of them, until somebody who
 * asked the person says that it is theirs. One that is wrong is wrong for everybody of the force
 * who has it: the same victim is another person on each case.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GivenUp {

  private final JdbcClient jdbc;
  private final Clock clock;

  GivenUp(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Gives a contact up; answers with everybody who has it and could be reached by it so far. */
  List<Recipient> contact(byte[] digest) {
    return jdbc.sql(
            """
            with held as (
              select person_id, digest from police.contact_point
              where force_id = :force and digest = :contact and stopped_at is null
              order by person_id for update)
            update police.contact_point c set stopped_at = :now
            from held h
            where c.force_id = :force and c.person_id = h.person_id and c.digest = h.digest
            returning c.case_id, c.person_id
            """)
        .param("force", ForceBinding.current().value())
        .param("contact", digest)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(GivenUp::person)
        .list();
  }

  /** Gives up whatever somebody can be reached by in one way. */
  void channel(UUID person, Channel channel) {
    jdbc.sql(
            """
            update police.contact_point set stopped_at = :now
            where force_id = :force and person_id = :person and channel = :channel
              and stopped_at is null
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("force", ForceBinding.current().value())
        .param("person", person)
        .param("channel", channel.name())
        .update();
  }

  Set<Channel> channels(UUID person) {
    return jdbc.sql(
            """
            select distinct channel from police.contact_point
            where force_id = :force and person_id = :person and stopped_at is not null
            """)
        .param("force", ForceBinding.current().value())
        .param("person", person)
        .query((row, number) -> Channel.valueOf(row.getString(1)))
        .set();
  }

  void takeUp(UUID person) {
    jdbc.sql(
            """
            update police.contact_point set stopped_at = null
            where force_id = :force and person_id = :person and stopped_at is not null
            """)
        .param("force", ForceBinding.current().value())
        .param("person", person)
        .update();
  }

  /** The contact that a notice by this channel goes to. */
  Optional<byte[]> first(UUID person, Channel channel) {
    return jdbc.sql(
            """
            select digest from police.contact_point
            where force_id = :force and person_id = :person and channel = :channel
              and safe and stopped_at is null
            order by place limit 1
            """)
        .param("force", ForceBinding.current().value())
        .param("person", person)
        .param("channel", channel.name())
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  /** By which channels these people can safely be reached with what is on record; none: absent. */
  Map<UUID, Set<Channel>> left(Collection<UUID> people) {
    return jdbc
        .sql(
            """
            select distinct c.person_id, c.channel from police.contact_point c
            where c.force_id = :force and c.person_id = any(:people)
              and c.safe and c.stopped_at is null
              and not exists (select from police.safe_contact s where s.force_id = :force
                and s.person_id = c.person_id
                and not case c.channel when 'TEXT' then s.by_text else s.by_email end)
            """)
        .param("force", ForceBinding.current().value())
        .param("people", new Columns<>(people).uuids(id -> id))
        .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
        .list()
        .stream()
        .collect(
            groupingBy(
                Map.Entry::getKey, mapping(way -> Channel.valueOf(way.getValue()), toSet())));
  }

  private static Recipient person(ResultSet row, int number) throws SQLException {
    return new Recipient(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
  }
}
