package uk.followmycase.robustness;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import followmycase.platform.StandingDatabase;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import uk.followmycase.robustness.Ledger.Taken;

/**
 * What a provider took, held against what the product accepted and what it wrote down itself.
 *
 * @param accepted people who had to be told
 * @param twice messages more than one to somebody, all of them marked
 * @param codes that were made
 * @param codesTaken by the provider, none twice
 * @param marked attempts that say of themselves that they may be duplicates
 */
record Verdict(int accepted, int twice, int codes, int codesTaken, int marked) {

  /** One attempt, as the product has it. */
  private record Attempt(UUID notice, String kind, String state, boolean marked) {}

  /** Fails when anything is lost, sent without a trace, or there twice without being allowed to. */
  static Verdict of(List<String> accepted, Ledger ledger, StandingDatabase database) {
    var taken = ledger.all();
    var attempts = attempts(database);
    assertThat(attempts.keySet()).as("Written down before it was called").containsAll(ids(taken));
    var told = new HashSet<>(taken.stream().map(Taken::to).toList());
    assertThat(told).as("Accepted and never lost").containsAll(accepted);
    var codes = taken.stream().filter(it -> isCode(attempts, it)).toList();
    // The demonstration's own people hear of their cases, too; they are not of this.
    var ours = new HashSet<>(accepted);
    var others = taken.stream().filter(it -> ours.contains(it.to())).toList();
    assertThat(codes.stream().map(it -> attempt(attempts, it).notice()).toList())
        .as("Codes never arrive twice")
        .doesNotHaveDuplicates();
    assertThat(byPerson(codes).values()).as("Nobody gets two codes").containsOnly(1L);
    assertAllMarked(others, attempts);
    assertNothingOpen(database);
    assertCodesAreAccountedFor(codes, attempts, database);
    var marked = attempts.values().stream().filter(Attempt::marked).count();
    return new Verdict(
        accepted.size(),
        others.size() - byPerson(others).size(),
        codes(database),
        codes.size(),
        (int) marked);
  }

  private static List<UUID> ids(List<Taken> taken) {
    return taken.stream().map(Taken::attempt).toList();
  }

  private static boolean isCode(Map<UUID, Attempt> attempts, Taken taken) {
    return attempt(attempts, taken).kind().equals("CODE");
  }

  private static Attempt attempt(Map<UUID, Attempt> attempts, Taken taken) {
    return Objects.requireNonNull(attempts.get(taken.attempt()));
  }

  private static Map<String, Long> byPerson(List<Taken> taken) {
    return taken.stream().collect(groupingBy(Taken::to, counting()));
  }

  /** The first that somebody gets may be marked in vain; every further one has to be. */
  private static void assertAllMarked(List<Taken> others, Map<UUID, Attempt> attempts) {
    var first = new HashSet<String>();
    var further = others.stream().filter(it -> !first.add(it.to())).toList();
    assertThat(further)
        .as("What arrives again says so")
        .allMatch(it -> attempt(attempts, it).marked());
    var notices = others.stream().collect(groupingBy(Taken::to));
    assertThat(notices.values())
        .as("One notice for each person")
        .allMatch(
            some ->
                some.stream().map(it -> attempt(attempts, it).notice()).distinct().count() == 1);
  }

  private static void assertNothingOpen(StandingDatabase database) {
    assertThat(
            count(database, "select count(*) from police.delivery_attempt where outcome is null"))
        .as("Attempts without an outcome")
        .isZero();
    assertThat(count(database, "select count(*) from police.notice where ended_at is null"))
        .as("Notices that never end")
        .isZero();
  }

  /** A code that is said to be handed over is, and of one that is not nobody says so. */
  private static void assertCodesAreAccountedFor(
      List<Taken> codes, Map<UUID, Attempt> attempts, StandingDatabase database) {
    var states = codes.stream().map(it -> attempt(attempts, it).state()).toList();
    assertThat(states)
        .as("Codes that arrived")
        .allMatch(it -> it.equals("HANDED_OVER") || it.equals("UNKNOWN"));
    assertThat(states.stream().filter(it -> it.equals("HANDED_OVER")).count())
        .as("Codes handed over")
        .isEqualTo(
            count(
                database,
                "select count(*) from police.notice where kind = 'CODE' and state = 'HANDED_OVER'"));
  }

  private static int codes(StandingDatabase database) {
    return (int) count(database, "select count(*) from police.notice where kind = 'CODE'");
  }

  private static long count(StandingDatabase database, String sql) {
    return database.superuser().sql(sql).query(Long.class).single();
  }

  private static Map<UUID, Attempt> attempts(StandingDatabase database) {
    return database
        .superuser()
        .sql(
            """
            select a.id, a.notice_id, n.kind, n.state, a.possible_duplicate
            from police.delivery_attempt a
            join police.notice n on n.force_id = a.force_id and n.id = a.notice_id
            """)
        .query(
            (row, number) ->
                Map.entry(
                    row.getObject(1, UUID.class),
                    new Attempt(
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5))))
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
