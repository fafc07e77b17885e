package followmycase.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Two things measured turn by turn, so that whatever else the machine does falls on both.
 *
 * @param ratio what is compared, of one round of each
 * @param atLeast whether the goal is a floor, or else a ceiling
 */
record Comparison(
    String name, List<Pair> rounds, ToDoubleFunction<Pair> ratio, boolean atLeast, double goal) {

  static final String HEAD =
      "| %-34s | %8s | %8s | %5s | %-7s | %-6s | %-17s | %-12s | %s |"
          .formatted(
              "",
              "ours/s",
              "other/s",
              "ratio",
              "goal",
              "",
              "CPU ms (program)",
              "p50 / p99 ms",
              "other CPU ms");

  /** One round of each. */
  record Pair(Round ours, Round other) {}

  /** How fast we are, beside the other. */
  static Comparison speed(String name, List<Pair> rounds, double goal) {
    return new Comparison(
        name, rounds, pair -> pair.ours().rate() / pair.other().rate(), true, goal);
  }

  /** What a request costs, beside the other. */
  static Comparison cost(String name, List<Pair> rounds, double goal) {
    return new Comparison(
        name, rounds, pair -> pair.ours().cpuMillis() / pair.other().cpuMillis(), false, goal);
  }

  boolean met() {
    return atLeast ? median(ratio) >= goal : median(ratio) <= goal;
  }

  /** The row of the table. */
  String row(int unitsEach) {
    return "| %-34s | %8.0f | %8.0f | %5.2f | %-7s | %-6s | %-17s | %-12s | %12.3f |"
        .formatted(
            name,
            median(pair -> pair.ours().rate()) * unitsEach,
            median(pair -> pair.other().rate()) * unitsEach,
            median(ratio),
            (atLeast ? ">= " : "<= ") + goal,
            met() ? "PASS" : "MISS",
            "%.3f (%.3f)"
                .formatted(
                    median(pair -> pair.ours().cpuMillis()) / unitsEach,
                    median(pair -> pair.ours().productMillis()) / unitsEach),
            "%.1f / %.1f"
                .formatted(
                    median(pair -> pair.ours().within(0.5)),
                    median(pair -> pair.ours().within(0.99))),
            median(pair -> pair.other().cpuMillis()) / unitsEach);
  }

  private double median(ToDoubleFunction<Pair> value) {
    var sorted = new ArrayList<>(rounds);
    sorted.sort(Comparator.comparingDouble(value));
    return value.applyAsDouble(sorted.get(sorted.size() / 2));
  }
}
