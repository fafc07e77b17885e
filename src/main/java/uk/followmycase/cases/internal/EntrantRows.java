package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.PersonId;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.identity.AccountId;

/** Lets somebody in: looks with the case held, then writes the grant. */
@Repository
class EntrantRows {

  private static final String LOCK =
      """
      select c.id from police.case_file c
        join police.case_person p on p.force_id = c.force_id and p.case_id = c.id
      where p.id = :person
      for no key update of c
      """;

  private static final String HOW_THEY_STAND =
      """
      select p.case_id, c.handle, p.gone, v.standing, p.safe_digests, g.account_id, g.state
      from police.case_person p
        join police.case_file c on c.force_id = p.force_id and c.id = p.case_id
        left join police.verdict v on v.force_id = p.force_id and v.person_id = p.id
        left join police.grant_access g on g.force_id = p.force_id and g.person_id = p.id
      where p.id = :person
      """;

  private static final String OPEN =
      """
      insert into police.grant_access (force_id, person_id, case_id, account_id, handle, state, proved_digests, opened_at, changed_at)
      values (police.bound_force(), :person, :case, :account, :handle, 'OPEN', :proved, :now, :now)
      on conflict (force_id, person_id) do update
      set account_id = excluded.account_id, state = 'OPEN', cause = null,
        proved_digests = excluded.proved_digests, opened_at = excluded.opened_at, changed_at = excluded.changed_at
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  EntrantRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Waits until nobody judges the person's case, then tells how the person stands. */
  Optional<Entrant> lock(PersonId person) {
    if (jdbc.sql(LOCK).param("person", person.value()).query().optionalValue().isEmpty()) {
      return Optional.empty();
    }
    return jdbc.sql(HOW_THEY_STAND)
        .param("person", person.value())
        .query((row, number) -> entrant(row))
        .optional();
  }

  void open(PersonId person, AccountId account, Entrant entrant) {
    jdbc.sql(OPEN)
        .param("person", person.value())
        .param("case", entrant.caseId())
        .param("account", account.value())
        .param("handle", entrant.handle())
        .param("proved", entrant.safe())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    jdbc.sql(
            """
            insert into plumbing.account_force (account_id, force_id)
            values (:account, police.bound_force()) on conflict do nothing
            """)
        .param("account", account.value())
        .update();
  }

  private static Entrant entrant(ResultSet row) throws SQLException {
    var standing = row.getString(4);
    var account = row.getObject(6, UUID.class);
    return new Entrant(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getBoolean(3),
        standing == null ? null : Standing.valueOf(standing),
        row.getBytes(5),
        account == null ? null : new AccountId(account),
        account == null ? null : AccessState.valueOf(row.getString(7)));
  }
}
