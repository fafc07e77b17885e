package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.desk.CaseSight.Contact;
import uk.followmycase.cases.desk.CaseSight.Details;
import uk.followmycase.cases.desk.CaseSight.OnCase;
import uk.followmycase.cases.desk.CaseSight.Reason;
import uk.followmycase.cases.desk.CaseSight.Representation;
import uk.followmycase.cases.desk.CaseSight.Shut;
import uk.followmycase.cases.desk.CaseSight.Verdict;
import uk.followmycase.cases.desk.Representatives.Kind;
import uk.followmycase.cases.desk.Representatives.Sees;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.eligibility.PersonFacts.Role;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.Handle;

/** Who is on cases, with verdict and access, for a desk. */
@Repository
class DeskPeople {

  private static final String ON =
      """
      select p.id, p.case_id, p.handle, p.role, p.enhanced, p.wish, p.words,
        v.standing, array_to_string(v.reasons, E'\\n'), v.revision, g.state, g.changed_at,
        r.kind, r.sees, r.until_on, q.handle, g.why
      from police.case_person p
        left join police.representation r on r.force_id = p.force_id and r.person_id = p.id
        left join police.case_person q on q.force_id = p.force_id and q.id = p.represents
        join police.verdict v on v.force_id = p.force_id and v.person_id = p.id
        left join police.grant_access g on g.force_id = p.force_id and g.person_id = p.id
      where p.case_id = any (:cases) and not p.gone
      order by p.case_id, p.id
      """;

  private final JdbcClient jdbc;

  DeskPeople(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Everybody on these cases, whose words open with their keys. */
  List<Person> on(Map<UUID, DataKey> keys) {
    return jdbc.sql(ON)
        .param("cases", Columns.ids(keys.keySet()))
        .query((row, number) -> person(row, keys))
        .list();
  }

  static List<Person> of(UUID caseId, Collection<Person> people) {
    return people.stream().filter(person -> person.caseId.equals(caseId)).toList();
  }

  static List<String> victims(List<Person> people) {
    return people.stream()
        .filter(Person::victim)
        .flatMap(person -> Stream.ofNullable(person.words().name()))
        .toList();
  }

  private static Person person(ResultSet row, Map<UUID, DataKey> keys) throws SQLException {
    var id = row.getObject(1, UUID.class);
    var caseId = row.getObject(2, UUID.class);
    var key = Objects.requireNonNull(keys.get(caseId));
    var words = Words.open(key, id, row.getBytes(7), Words.Person.PLACE, Words.Person.class);
    var state = row.getString(11);
    return new Person(
        id,
        caseId,
        new Handle(row.getObject(3, UUID.class)),
        Role.valueOf(row.getString(4)),
        words,
        Standing.valueOf(row.getString(8)),
        verdict(row),
        new Details(words.born(), row.getString(6), row.getBoolean(5), contacts(words)),
        state == null ? null : AccessState.valueOf(state),
        Ties.time(row.getTimestamp(12)),
        shut(key, id, row.getBytes(17)),
        as(row));
  }

  private static @Nullable Shut shut(DataKey key, UUID id, byte @Nullable [] why) {
    if (why == null) {
      return null;
    }
    var words = Words.open(key, id, why, Words.Shut.PLACE, Words.Shut.class);
    return new Shut(words.by(), words.at(), words.reason());
  }

  private static @Nullable Representation as(ResultSet row) throws SQLException {
    var kind = row.getString(13);
    return kind == null
        ? null
        : new Representation(
            new Handle(row.getObject(16, UUID.class)),
            Kind.valueOf(kind),
            Sees.valueOf(row.getString(14)),
            Objects.requireNonNull(row.getDate(15)).toLocalDate());
  }

  private static Verdict verdict(ResultSet row) throws SQLException {
    var reasons =
        StandingRows.reasons(row.getString(9)).stream()
            .map(reason -> new Reason(reason.rule(), reason.key()))
            .toList();
    return new Verdict(reasons, row.getInt(10));
  }

  private static List<Contact> contacts(Words.Person words) {
    return words.points().stream()
        .map(
            p ->
                new Contact(
                    p.kind().name().toLowerCase(Locale.ROOT), p.written(), p.safe(), p.shared()))
        .toList();
  }

  /** Somebody on a case, as held. */
  record Person(
      UUID id,
      UUID caseId,
      Handle handle,
      Role role,
      Words.Person words,
      Standing standing,
      Verdict verdict,
      Details details,
      @Nullable AccessState access,
      @Nullable Instant changedAt,
      @Nullable Shut shut,
      @Nullable Representation as) {

    /** For those who may see everything, or only who is in. */
    OnCase sight(boolean whole) {
      return new OnCase(
          handle,
          role,
          words.name(),
          standing,
          whole ? verdict : null,
          access,
          changedAt,
          whole ? details : null,
          whole ? shut : null,
          as);
    }

    boolean victim() {
      return role == Role.VICTIM;
    }
  }
}
