package followmycase.load;

import java.util.List;

/**
 * How a case ended.
 *
 * @param stage where it stands then
 */
record Outcome(String type, int weight, String stage, String reason) {

  private static final List<Outcome> ALL =
      List.of(
          going("0", 4, "investigating", "enquiries-continue"),
          going("1", 70, "court", "charged"),
          going("1A", 5, "court", "charged"),
          over("2", 6),
          over("2A", 2),
          over("3", 20),
          over("3A", 3),
          over("4", 3),
          over("5", 3),
          over("6", 3),
          over("7", 4),
          over("8", 30),
          over("9", 4),
          over("10", 8),
          over("11", 4),
          over("12", 3),
          over("13", 3),
          over("14", 70),
          over("15", 85),
          over("16", 110),
          over("17", 8),
          going("18", 380, "closed", "no-further-lines"),
          going("19", 12, "elsewhere", "transferred"),
          going("20", 10, "elsewhere", "transferred"),
          over("21", 10),
          over("22", 16));

  /** In a small load too, every type comes up. */
  static Outcome of(int number, Dice dice) {
    return dice.chance(25) ? ALL.get(number % ALL.size()) : dice.pick(ALL, Outcome::weight);
  }

  private static Outcome over(String type, int weight) {
    return going(type, weight, "closed", "closed");
  }

  private static Outcome going(String type, int weight, String stage, String reason) {
    return new Outcome(type, weight, stage, reason);
  }
}
