package uk.followmycase.robustness;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** When which instance was hit, for whoever judges what it did then. */
final class Blows {

  /** Whoever hears an answer writes it down by then. */
  private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(3);

  /** What somebody said before they were killed is heard by then; nobody starts as quickly. */
  private static final Duration READ_WITHIN = Duration.ofSeconds(2);

  /** A caller may give up what takes longer, though its machine was too busy to make the call. */
  private static final Duration PATIENCE = Duration.ofMillis(1_800);

  private final List<Blow> blows = new CopyOnWriteArrayList<>();

  /** What hit one instance. */
  private record Blow(String instance, Instant from, Instant until, boolean still) {}

  /** It was killed. */
  void killed(String instance) {
    var now = Instant.now();
    blows.add(new Blow(instance, now, now.plus(READ_WITHIN), false));
  }

  /** It stood still. */
  void stoodStill(String instance, Instant from) {
    blows.add(new Blow(instance, from, Instant.now(), true));
  }

  /** It could not write anything down. */
  void heardNothing(String instance, Instant from) {
    blows.add(new Blow(instance, from, Instant.now(), false));
  }

  /** How long an instance stood still that was about to call at a moment. */
  Duration still(String instance, Instant moment) {
    return blows.stream()
        .filter(Blow::still)
        .filter(it -> it.instance().equals(instance))
        .filter(it -> it.from().isBefore(moment.plus(Ban.HEEDED_WITHIN)))
        .filter(it -> it.until().isAfter(moment))
        .map(it -> Duration.between(it.from(), it.until()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Ids of attempts say when these began. */
  private static Instant begun(Carrier.Call call) {
    return Instant.ofEpochMilli(call.attempt().getMostSignificantBits() >>> 16);
  }

  @Override
  public String toString() {
    return blows.toString();
  }

  /** Whether nobody can say that its caller wrote down what came of a call. */
  boolean shook(Carrier.Call call) {
    return !call.answered()
        || Duration.between(begun(call), call.to()).compareTo(PATIENCE) > 0
        || blows.stream()
            .filter(it -> it.instance().equals(call.instance()))
            .anyMatch(
                it ->
                    it.from().isBefore(call.to().plus(WRITTEN_WITHIN))
                        && it.until().isAfter(call.from()));
  }
}
