package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.cases.internal.Standings.Decided;
import uk.followmycase.cases.internal.Standings.Found;
import uk.followmycase.cases.internal.Standings.Grant;
import uk.followmycase.cases.internal.Standings.Judged;
import uk.followmycase.eligibility.PersonFacts.Role;
import uk.followmycase.eligibility.Verdict;
import uk.followmycase.identity.AccountId;
import uk.followmycase.tenancy.keys.Handle;

/** Verdicts: the last of each person, and every change. */
@Repository
class StandingRows {

  private static final String FIND =
      """
      select p.id, p.case_id, p.source_digest, p.role, p.gone, p.text_safe, p.email_safe, p.shared,
        p.enhanced, p.wish, p.unsafe_digests, p.words, v.standing, array_to_string(v.reasons, E'\\n'), v.revision,
        g.account_id, g.state, g.proved_digests, g.cause, d.outcome, array_to_string(d.grounds, E'\\n'), p.represents
      from police.case_person p
        left join lateral (select standing, reasons, revision from police.verdict
          where force_id = p.force_id and person_id = p.id offset 0) v on true
        left join lateral (
          select account_id, state, proved_digests, cause from police.grant_access
          where force_id = p.force_id and person_id = p.id offset 0) g on true
        left join lateral (
          select outcome, grounds from police.decision d
          where d.force_id = p.force_id and d.person_id = p.id order by d.id desc limit 1) d on true
      where p.case_id = any (:cases)
      order by p.id
      """;

  private static final String WRITE =
      """
      with told as (
        select * from unnest(:history, :people, :cases, :standings, :reasons, :revisions)
          as told (history_id, person_id, case_id, standing, reasons, revision)
      ), now as (
        insert into police.verdict (force_id, person_id, case_id, standing, reasons, revision, judged_at)
        select police.bound_force(), person_id, case_id, standing, string_to_array(reasons, E'\\n'), revision, :now from told
        on conflict (force_id, person_id) do update
        set standing = excluded.standing, reasons = excluded.reasons,
          revision = excluded.revision, judged_at = excluded.judged_at
      )
      insert into police.verdict_history (force_id, id, person_id, standing, reasons, revision, judged_at)
      select police.bound_force(), history_id, person_id, standing, string_to_array(reasons, E'\\n'), revision, :now from told
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  StandingRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Everybody who is or was on these cases. */
  List<Found> find(Collection<UUID> cases) {
    return jdbc.sql(FIND)
        .param("cases", Columns.ids(cases))
        .query((row, number) -> found(row))
        .list();
  }

  void write(List<Judged> judged) {
    var columns = new Columns<>(judged);
    jdbc.sql(WRITE)
        .param("history", columns.uuids(row -> Handle.rowId()))
        .param("people", columns.uuids(row -> row.found().personId()))
        .param("cases", columns.uuids(row -> row.found().caseId()))
        .param("standings", columns.texts(row -> row.now().standing().name()))
        .param("reasons", columns.texts(row -> joined(row.now().reasons())))
        .param("revisions", columns.numbers(row -> row.now().revision()))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private static String joined(List<Verdict.Reason> reasons) {
    return reasons.stream().map(r -> r.rule() + ' ' + r.key()).collect(Collectors.joining("\n"));
  }

  static List<Verdict.Reason> reasons(String joined) {
    return joined.isEmpty()
        ? List.of()
        : Stream.of(joined.split("\n"))
            .map(line -> line.split(" ", 2))
            .map(parts -> new Verdict.Reason(parts[0], parts[1]))
            .toList();
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        Digest.of(row.getBytes(3)),
        Role.valueOf(row.getString(4)),
        row.getBoolean(5),
        row.getBoolean(6),
        row.getBoolean(7),
        row.getBoolean(8),
        row.getBoolean(9),
        row.getString(10),
        row.getBytes(11),
        row.getBytes(12),
        last(row),
        grant(row),
        decision(row),
        row.getObject(22, UUID.class));
  }

  private static @Nullable Decided last(ResultSet row) throws SQLException {
    var standing = row.getString(13);
    return standing == null
        ? null
        : new Decided(Standing.valueOf(standing), reasons(row.getString(14)), row.getInt(15));
  }

  private static @Nullable Grant grant(ResultSet row) throws SQLException {
    var account = row.getObject(16, UUID.class);
    var cause = row.getString(19);
    return account == null
        ? null
        : new Grant(
            new AccountId(account),
            AccessState.valueOf(row.getString(17)),
            row.getBytes(18),
            cause == null ? null : AccessCause.valueOf(cause));
  }

  private static @Nullable Decision decision(ResultSet row) throws SQLException {
    var outcome = row.getString(20);
    return outcome == null
        ? null
        : new Decision(
            Decision.Outcome.valueOf(outcome),
            new Grounds(row.getString(21).lines().collect(Collectors.toSet())));
  }
}
