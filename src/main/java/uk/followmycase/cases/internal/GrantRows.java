package uk.followmycase.cases.internal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.PersonId;
import uk.followmycase.delivery.Notices.Reader;
import uk.followmycase.identity.AccountId;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;

/** Who may see what. */
@Repository
class GrantRows {

  private static final String MOVE =
      """
      update police.grant_access g
      set state = moved.state, cause = moved.cause, changed_at = :now,
        why = case when moved.state in ('SUSPENDED', 'ENDED') then g.why end
      from unnest(:people, :states, :causes) as moved (person_id, state, cause)
      where g.person_id = moved.person_id
      """;

  private final JdbcClient jdbc;
  private final Forces forces;
  private final Clock clock;

  GrantRows(JdbcClient jdbc, Forces forces, Clock clock) {
    this.jdbc = jdbc;
    this.forces = forces;
    this.clock = clock;
  }

  private Date today() {
    return Date.valueOf(forces.current().settings().day(clock.instant()));
  }

  /** Moves access states in one statement. */
  void move(Collection<Move> moves) {
    var columns = new Columns<>(moves);
    jdbc.sql(MOVE)
        .param("people", columns.uuids(Move::personId))
        .param("states", columns.texts(move -> move.to().name()))
        .param(
            "causes",
            columns.texts(move -> move.cause() == AccessCause.NOTHING ? null : move.cause().name()))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** Keeps why a hand shut it, until it is opened. */
  void keep(UUID person, byte[] why) {
    jdbc.sql("update police.grant_access set why = :why where person_id = :person")
        .param("why", why)
        .param("person", person)
        .update();
  }

  /** When somebody's access came to be as it is, which then waits for whoever asked. */
  Optional<Instant> changedAt(UUID person) {
    return jdbc.sql(
            "select changed_at from police.grant_access where person_id = :person for update")
        .param("person", person)
        .query((row, number) -> Objects.requireNonNull(row.getTimestamp(1)).toInstant())
        .optional();
  }

  /** Who may see these cases now, by person. */
  Map<UUID, UUID> openOn(Collection<UUID> cases) {
    return jdbc
        .sql(
            """
            select g.person_id, g.case_id from police.case_person p
              cross join lateral (
                select person_id, case_id, state, until_on from police.grant_access
                where force_id = p.force_id and person_id = p.id offset 0) g
            where p.case_id = any (:cases) and g.state = 'OPEN'
              and (g.until_on is null or g.until_on >= :today)
            """)
        .param("today", today())
        .param("cases", Columns.ids(cases))
        .query(
            (row, number) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Which of these people may see their cases now; with who reads them, where that is somebody who
   * reads others, too, and nothing is being written there at this moment: whoever writes tells
   * nobody of what a waiting notice is going to tell of.
   */
  Map<UUID, Optional<Reader>> stillOpen(Collection<UUID> people) {
    return jdbc
        .sql(
            """
            select g.person_id, g.account_id, greatest(p.told_at, g.changed_at) as since, p.told_at
            from police.grant_access g
              left join lateral (
                select told_at from police.case_page
                where force_id = g.force_id and case_id = g.case_id
                  and exists (select from police.grant_access o where o.force_id = g.force_id
                    and o.account_id = g.account_id and o.person_id <> g.person_id
                    and o.state = 'OPEN') offset 0 for share skip locked) p on true
            where g.person_id = any (:people) and g.state = 'OPEN'
              and (g.until_on is null or g.until_on >= :today)
            """)
        .param("today", today())
        .param("people", Columns.ids(people))
        .query((row, number) -> Map.entry(row.getObject(1, UUID.class), reader(row)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Optional<Reader> reader(ResultSet row) throws SQLException {
    var account = row.getObject("account_id", UUID.class);
    return row.getTimestamp("told_at") == null
        ? Optional.empty()
        : Optional.of(
            new Reader(account, Objects.requireNonNull(row.getTimestamp("since")).toInstant()));
  }

  Optional<AccountId> reader(PersonId person) {
    return jdbc.sql(
            """
            select account_id from police.grant_access
            where person_id = :person and state in ('OPEN', 'READ_ONLY')
              and (until_on is null or until_on >= :today) for share
            """)
        .param("person", person.value())
        .param("today", today())
        .query(UUID.class)
        .optional()
        .map(AccountId::new);
  }

  Optional<AccountId> holder(PersonId person) {
    return jdbc.sql("select account_id from police.grant_access where person_id = :person")
        .param("person", person.value())
        .query(UUID.class)
        .optional()
        .map(AccountId::new);
  }

  /** As whom an account was let in with the bound force and not put out again. */
  List<UUID> peopleOf(AccountId account) {
    return jdbc.sql(
            """
            select person_id from police.grant_access
            where account_id = :account and state <> 'ENDED'""")
        .param("account", account.value())
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  /** Touches no row of any force, so that none need be bound. */
  List<ForceId> forcesOf(AccountId account) {
    return jdbc.sql(
            "select force_id from plumbing.account_force where account_id = :account order by 1")
        .param("account", account.value())
        .query((row, number) -> new ForceId(row.getInt(1)))
        .list();
  }

  /** Wrapped keys and wishes of those who are still on their cases. */
  Map<UUID, Sealed> sealed(Collection<UUID> people) {
    return jdbc
        .sql(
            """
            select p.id, p.case_id, k.wrapped from police.case_person p
              cross join lateral (select wrapped from police.case_key
                where force_id = p.force_id and case_id = p.case_id offset 0) k
            where p.id = any (:people) and not p.gone
            """)
        .param("people", Columns.ids(people))
        .query(
            (row, number) ->
                new Sealed(
                    row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBytes(3)))
        .list()
        .stream()
        .collect(Collectors.toMap(Sealed::personId, Function.identity()));
  }

  /** One change of access. */
  record Move(UUID personId, UUID caseId, AccessCause cause, AccessState to, AccountId account) {}

  /** Where a person's contacts lie, and under which key. */
  record Sealed(UUID personId, UUID caseId, byte[] wrapped) {}
}
