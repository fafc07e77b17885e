package uk.followmycase.robustness;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import followmycase.platform.StandingDatabase;
import java.util.HashSet;
import java.util.List;
import uk.followmycase.robustness.Evidence.Told;

/**
 * What a provider took, held against what the product accepted and what it wrote down itself.
 *
 * @param accepted people who had to be invited
 * @param twice invitations more than one to somebody, all of them marked
 * @param codes that were made
 * @param codesTaken by the provider, none twice
 * @param marked attempts that say of themselves that they may be duplicates
 */
record Verdict(int accepted, int twice, int codes, int codesTaken, int marked) {

  /** Fails when anything is lost, sent without a trace, or there twice without being allowed to. */
  static Verdict of(
      List<String> accepted, Evidence evidence, Carrier carrier, Blows blows, StandingDatabase db) {
    var all = evidence.all();
    var reached = new HashSet<>(all.stream().map(it -> it.taken().to()).toList());
    assertThat(reached).as("Accepted and never lost").containsAll(accepted);
    var codes = all.stream().filter(Told::code).toList();
    assertThat(codes.stream().map(Told::notice))
        .as("Codes never arrive twice")
        .doesNotHaveDuplicates();
    assertThat(codes.stream().collect(groupingBy(it -> it.taken().to(), counting())).values())
        .as("Nobody gets two codes")
        .containsOnly(1L);
    var ours = new HashSet<>(accepted);
    // The demonstration's own people hear of their cases, too; they are not of this.
    var invitations =
        all.stream().filter(it -> !it.code() && ours.contains(it.taken().to())).toList();
    assertOneEach(invitations);
    assertNothingOpen(db);
    assertEndedOnce(db);
    assertToldByWhatWasTaken(db);
    assertCodesAreAccountedFor(codes, db);
    return new Verdict(
        accepted.size(),
        Evidence.further(invitations, carrier.calls(), blows),
        (int) count(db, "select count(*) from police.notice where kind = 'CODE'"),
        codes.size(),
        (int) count(db, "select count(*) from police.delivery_attempt where possible_duplicate"));
  }

  private static void assertOneEach(List<Told> invitations) {
    var notices =
        invitations.stream()
            .collect(groupingBy(it -> it.taken().to(), groupingBy(Told::notice, counting())));
    assertThat(notices.values()).as("One notice for each person").allMatch(it -> it.size() == 1);
  }

  private static void assertNothingOpen(StandingDatabase database) {
    assertThat(
            count(database, "select count(*) from police.delivery_attempt where outcome is null"))
        .as("Attempts without an outcome")
        .isZero();
    assertThat(count(database, "select count(*) from police.notice where ended_at is null"))
        .as("Notices that never end")
        .isZero();
    assertThat(count(database, "select count(*) from plumbing.outbox_head"))
        .as("Heads that are left behind")
        .isZero();
  }

  /** The trail has as many endings of each person's notices as there are notices. */
  private static void assertEndedOnce(StandingDatabase database) {
    assertThat(
            count(
                database,
                """
                select count(*) from (
                  select force_id, person_id, lower(kind) as kind, count(*) as n from police.notice
                  where person_id is not null group by 1, 2, 3) n
                full join (
                  select force_id, recipient as person_id, split_part(detail, ' ', 1) as kind,
                    count(*) as n
                  from police.audit_entry
                  where action in ('NOTICE_SENT', 'NOTICE_TOLD', 'NOTICE_FAILED', 'NOTICE_RECALLED')
                    and split_part(detail, ' ', 1) in ('update', 'invitation') group by 1, 2, 3) e
                using (force_id, person_id, kind)
                where n.n is distinct from e.n and kind in ('update', 'invitation')
                """))
        .as("People whose notices did not all end once")
        .isZero();
  }

  /** What ended with another notice was on the page when that one left, and somebody took it. */
  private static void assertToldByWhatWasTaken(StandingDatabase database) {
    assertThat(
            count(
                database,
                """
                select count(*) from police.notice n where n.state = 'TOLD' and not exists (
                  select from police.delivery_attempt a where a.force_id = n.force_id
                    and a.id = n.told_by and a.outcome = 'ACCEPTED' and a.begun_at >= n.queued_at)
                """))
        .as("Notices that nothing told of")
        .isZero();
  }

  /** A code that is said to be handed over is, and of one that is not nobody says so. */
  private static void assertCodesAreAccountedFor(List<Told> codes, StandingDatabase database) {
    var states = codes.stream().collect(toMap(Told::notice, Told::state));
    assertThat(states.values())
        .as("Codes that arrived")
        .allMatch(it -> it.equals("HANDED_OVER") || it.equals("UNKNOWN"));
    assertThat(states.values().stream().filter(it -> it.equals("HANDED_OVER")).count())
        .as("Codes handed over")
        .isEqualTo(
            count(
                database,
                "select count(*) from police.notice where kind = 'CODE' and state = 'HANDED_OVER'"));
  }

  private static long count(StandingDatabase database, String sql) {
    return database.superuser().sql(sql).query(Long.class).single();
  }
}
