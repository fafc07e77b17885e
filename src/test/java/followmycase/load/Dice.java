package followmycase.load;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/** Chance that falls the same way every time, by seed, matter and number. */
record Dice(SplittableRandom random) {

  static Dice of(long seed, String matter, long number) {
    var mixed = new SplittableRandom(seed ^ (matter.hashCode() * 0x9E3779B97F4A7C15L));
    return new Dice(new SplittableRandom(mixed.nextLong() + number * 0xBF58476D1CE4E5B9L));
  }

  boolean chance(double percent) {
    return random.nextDouble() * 100 < percent;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  int between(int from, int to) {
    return random.nextInt(from, to + 1);
  }

  <T> T pick(List<T> list) {
    return list.get(below(list.size()));
  }

  <T> T pick(List<T> list, ToIntFunction<T> weight) {
    var left = below(list.stream().mapToInt(weight).sum());
    for (var each : list) {
      left -= weight.applyAsInt(each);
      if (left < 0) {
        return each;
      }
    }
    throw new IllegalStateException("Weights are not negative");
  }
}
