package uk.followmycase.cases.internal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.PersonId;
import uk.followmycase.cases.events.CasesJudged.Judged;
import uk.followmycase.cases.events.CasesJudged.Reach;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.identity.AccountId;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;

/** How people come in: whether they may, and that they are. */
@Repository
class Entrances {

  private static final String LOCK =
      """
      select c.id from police.case_file c
        join police.case_person p on p.force_id = c.force_id and p.case_id = c.id
      where p.id = :person
      for no key update of c
      """;

  private static final String CANDIDATE =
      """
      select p.case_id, c.handle, p.gone, v.standing, p.safe_digests, g.account_id, g.state, r.sees, r.until_on,
        r.until_on < :today
      from police.case_person p
        left join police.representation r on r.force_id = p.force_id and r.person_id = p.id
        join police.case_file c on c.force_id = p.force_id and c.id = p.case_id
        left join police.verdict v on v.force_id = p.force_id and v.person_id = p.id
        left join police.grant_access g on g.force_id = p.force_id and g.person_id = p.id
      where p.id = :person
      """;

  private static final String STANDING =
      """
      select p.id, p.case_id, v.standing, p.text_safe, p.email_safe, g.state
      from police.case_person p
        join police.case_file c on c.force_id = p.force_id and c.id = p.case_id
        join police.verdict v on v.force_id = p.force_id and v.person_id = p.id
        left join police.grant_access g on g.force_id = p.force_id and g.person_id = p.id
      where p.case_id = :case and p.handle = :handle and not p.gone
      for no key update of c
      """;

  private static final String OPEN =
      """
      insert into police.grant_access (force_id, person_id, case_id, account_id, handle, state, proved_digests, opened_at, changed_at, sees, until_on)
      values (police.bound_force(), :person, :case, :account, :handle, 'OPEN', :proved, :now, :now, :sees, :until)
      on conflict (force_id, person_id) do update
      set account_id = excluded.account_id, state = 'OPEN', cause = null,
        proved_digests = excluded.proved_digests, opened_at = excluded.opened_at, changed_at = excluded.changed_at, why = null,
        sees = excluded.sees, until_on = excluded.until_on
      """;

  private final JdbcClient jdbc;
  private final Forces forces;
  private final Clock clock;

  Entrances(JdbcClient jdbc, Forces forces, Clock clock) {
    this.jdbc = jdbc;
    this.forces = forces;
    this.clock = clock;
  }

  /** Waits until nobody judges the person's case, then tells how the person stands. */
  Optional<Candidate> lock(PersonId person) {
    if (jdbc.sql(LOCK).param("person", person.value()).query().optionalValue().isEmpty()) {
      return Optional.empty();
    }
    return jdbc.sql(CANDIDATE)
        .param("person", person.value())
        .param("today", today())
        .query((row, number) -> candidate(row))
        .optional();
  }

  /** How somebody stands; holds the case. */
  Optional<Judged> standing(UUID caseId, Handle person) {
    return jdbc.sql(STANDING)
        .param("case", caseId)
        .param("handle", person.value())
        .query((row, number) -> judged(row))
        .optional();
  }

  void open(PersonId person, AccountId account, Candidate candidate) {
    jdbc.sql(OPEN)
        .param("person", person.value())
        .param("case", candidate.caseId())
        .param("account", account.value())
        .param("handle", candidate.handle())
        .param("proved", candidate.safe())
        .param("sees", candidate.sees())
        .param("until", candidate.until())
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

  private Date today() {
    return Date.valueOf(forces.current().settings().day(clock.instant()));
  }

  private static Judged judged(ResultSet row) throws SQLException {
    var reach = EnumSet.noneOf(Reach.class);
    if (row.getBoolean(4)) {
      reach.add(Reach.TEXT);
    }
    if (row.getBoolean(5)) {
      reach.add(Reach.EMAIL);
    }
    var state = row.getString(6);
    return new Judged(
        row.getObject(2, UUID.class),
        row.getObject(1, UUID.class),
        Standing.valueOf(row.getString(3)),
        Set.copyOf(reach),
        state != null && AccessState.valueOf(state) != AccessState.ENDED,
        false,
        false);
  }

  private static Candidate candidate(ResultSet row) throws SQLException {
    var standing = row.getString(4);
    var account = row.getObject(6, UUID.class);
    return new Candidate(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getBoolean(3),
        standing == null ? null : Standing.valueOf(standing),
        row.getBytes(5),
        account == null ? null : new AccountId(account),
        account == null ? null : AccessState.valueOf(row.getString(7)),
        row.getString(8),
        row.getDate(9),
        row.getBoolean(10));
  }

  /** Somebody who might be let in. */
  record Candidate(
      UUID caseId,
      UUID handle,
      boolean gone,
      @Nullable Standing standing,
      byte[] safe,
      @Nullable AccountId holder,
      @Nullable AccessState state,
      @Nullable String sees,
      @Nullable Date until,
      boolean over) {

    boolean mayEnter(AccountId account) {
      var eligible = standing == Standing.ELIGIBLE_STANDARD || standing == Standing.ELIGIBLE_STRICT;
      var free = holder == null || holder.equals(account) || state == AccessState.ENDED;
      return !gone && !over && eligible && free && state != AccessState.SUSPENDED;
    }

    boolean isIn(AccountId account) {
      return account.equals(holder)
          && (state == AccessState.OPEN || state == AccessState.READ_ONLY);
    }
  }
}
