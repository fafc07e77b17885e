package uk.followmycase.cases.internal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.CasePages.Onlooker;
import uk.followmycase.cases.desk.Representatives.Kind;
import uk.followmycase.cases.desk.Representatives.Somebody;
import uk.followmycase.cases.internal.Standings.Found;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Who stands on a case for somebody else, as what and until when. */
@Repository
class RepresentativeRows {

  private static final String ONLOOKERS =
      """
      select p.id, p.words, k.wrapped, p.case_id, r.kind, r.until_on, p.handle
      from police.case_person p
        join police.representation r on r.force_id = p.force_id and r.person_id = p.id
        join police.case_key k on k.force_id = p.force_id and k.case_id = p.case_id
      where p.represents = :person and not p.gone and r.until_on >= :today
      order by p.id
      """;

  private static final String OVER =
      """
      select p.id, p.represents, p.case_id from police.representation r
        join police.case_person p on p.force_id = r.force_id and p.id = r.person_id
      where r.ended_at is null and r.until_on < :today and not p.gone
      order by r.until_on limit 1000
      """;

  private final JdbcClient jdbc;
  private final ForceKeys keys;
  private final Forces forces;
  private final Clock clock;

  RepresentativeRows(JdbcClient jdbc, ForceKeys keys, Forces forces, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.forces = forces;
    this.clock = clock;
  }

  /** The day by the force's calendar. */
  LocalDate today() {
    return forces.current().settings().day(clock.instant());
  }

  /** The marks of representatives stand under themselves, beside those of cases. */
  static Set<UUID> marked(Collection<UUID> cases, Collection<Found> found) {
    var all = new HashSet<>(cases);
    found.stream()
        .filter(one -> one.represents() != null && !one.gone())
        .forEach(one -> all.add(one.personId()));
    return all;
  }

  /** Those first for whom others stand. */
  static List<Found> last(Collection<Found> found) {
    return found.stream().sorted(Comparator.comparing(one -> one.represents() != null)).toList();
  }

  /** The cases on which any of these represents somebody; most often none of them does. */
  Set<UUID> casesOf(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Set.of()
        : jdbc.sql(
                """
                select case_id from police.case_person
                where id = any (:ids) and represents is not null and not gone""")
            .param("ids", Columns.ids(ids))
            .query((row, number) -> row.getObject(1, UUID.class))
            .set();
  }

  /** How many stand for somebody now. */
  long count(UUID person) {
    return jdbc.sql(
            "select count(*) from police.case_person where represents = :person and not gone")
        .param("person", person)
        .query(Long.class)
        .single();
  }

  void add(UUID id, UUID of, UUID caseId, Somebody somebody, UUID staff) {
    jdbc.sql("update police.case_person set represents = :of where id = :id")
        .param("of", of)
        .param("id", id)
        .update();
    jdbc.sql(
            """
            insert into police.representation (force_id, person_id, case_id, kind, sees, until_on, added_at, staff)
            values (police.bound_force(), :id, :case, :kind, :sees, :until, :now, :staff)""")
        .param("id", id)
        .param("case", caseId)
        .param("kind", somebody.kind().name())
        .param("sees", somebody.sees().name())
        .param("until", Date.valueOf(somebody.until()))
        .param("now", Timestamp.from(clock.instant()))
        .param("staff", staff)
        .update();
  }

  /** Whether somebody stands for somebody on these very terms. */
  boolean standsAs(UUID id, Somebody somebody) {
    return jdbc.sql(
            """
            select exists (select from police.representation
              where person_id = :id and kind = :kind and sees = :sees and until_on = :until)""")
        .param("id", id)
        .param("kind", somebody.kind().name())
        .param("sees", somebody.sees().name())
        .param("until", Date.valueOf(somebody.until()))
        .query(Boolean.class)
        .single();
  }

  void end(UUID id) {
    jdbc.sql("update police.representation set ended_at = :now where person_id = :id")
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id)
        .update();
  }

  /** Somebody on a case by their name in addresses. */
  Optional<Named> named(UUID caseId, Handle person) {
    return jdbc.sql(
            """
            select id, represents, case_id from police.case_person
            where case_id = :case and handle = :handle and not gone""")
        .param("case", caseId)
        .param("handle", person.value())
        .query((row, number) -> named(row))
        .optional();
  }

  /** Those whose last day is over, who still stand. */
  List<Named> over() {
    return jdbc.sql(OVER)
        .param("today", Date.valueOf(today()))
        .query((row, number) -> named(row))
        .list();
  }

  private static Named named(ResultSet row) throws SQLException {
    return new Named(
        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class));
  }

  /** The key of a case. */
  DataKey key(UUID caseId) {
    return keys.dataKey(
        caseId,
        jdbc.sql("select wrapped from police.case_key where case_id = :case")
            .param("case", caseId)
            .query(byte[].class)
            .single());
  }

  /** Those who may see somebody's case for them, as the person is told of them. */
  List<Onlooker> onlookers(UUID person) {
    return jdbc.sql(ONLOOKERS)
        .param("person", person)
        .param("today", Date.valueOf(today()))
        .query(
            (row, number) -> {
              var key = keys.dataKey(row.getObject(4, UUID.class), row.getBytes(3));
              var id = row.getObject(1, UUID.class);
              var words =
                  Words.open(key, id, row.getBytes(2), Words.Person.PLACE, Words.Person.class);
              return new Onlooker(
                  new Handle(row.getObject(7, UUID.class)),
                  Objects.requireNonNullElse(words.name(), ""),
                  Kind.valueOf(row.getString(5)).key(),
                  Objects.requireNonNull(row.getDate(6)).toLocalDate());
            })
        .list();
  }

  /** Somebody on a case, and whom they represent. */
  record Named(UUID id, @Nullable UUID represents, UUID caseId) {}
}
