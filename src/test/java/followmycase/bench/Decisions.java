package followmycase.bench;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.cases.desk.DeskPolicy;
import uk.followmycase.tenancy.StaffRole;

/**
 * How long the policy takes to decide, one decision after the other, on one core.
 *
 * @param nanos of one, in the best of some rounds
 */
record Decisions(double nanos) {

  private static final Duration GOAL = Duration.ofNanos(5_000);
  private static final int ROUNDS = 10;
  private static final int EACH = 1_000_000;

  static Decisions measured() {
    var best = Double.MAX_VALUE;
    for (var n = 0; n < ROUNDS; n++) {
      best = Math.min(best, round());
    }
    return new Decisions(best);
  }

  private static double round() {
    var roles = Set.of(StaffRole.OFFICER, StaffRole.SUPERVISOR);
    var bonds = Set.of(Bond.SUPERVISED, Bond.HELD, Bond.NONE);
    var acts = Act.values();
    var from = ThreadLocalRandom.current().nextInt(acts.length);
    var allowed = 0;
    var started = System.nanoTime();
    for (var n = 0; n < EACH; n++) {
      var act = acts[(from + n) % acts.length];
      allowed += DeskPolicy.STANDING.bond(roles, bonds, act).isPresent() ? 1 : 0;
    }
    var took = System.nanoTime() - started;
    if (allowed == 0 || allowed == EACH) {
      throw new IllegalStateException("Decided alike: " + allowed);
    }
    return (double) took / EACH;
  }

  boolean met() {
    return nanos <= GOAL.toNanos();
  }

  /** The row below the table. */
  String row() {
    return "%s: a decision of the desk's policy in %.3f us (goal <= %.0f)"
        .formatted(met() ? "PASS" : "MISS", nanos / 1e3, GOAL.toNanos() / 1e3);
  }
}
