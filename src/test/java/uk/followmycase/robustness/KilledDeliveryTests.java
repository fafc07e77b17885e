package uk.followmycase.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.followmycase.robustness.Scene.Borne;

/**
 * What was accepted is delivered, whatever breaks: nothing is lost, what arrives again says so, and
 * codes never do. Judged by what a provider wrote down outside the product.
 */
class KilledDeliveryTests {

  private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(10);
  private static final int CASES = 24;
  private static final int SHARED = 600;

  @TempDir private static Path home;
  private static @Nullable Scene scene;

  @BeforeAll
  static void start() throws IOException {
    scene = new Scene(home, "--followmycase.delivery.call-within=2s");
  }

  @AfterAll
  static void leaveNothingRunning() {
    scene().close();
  }

  @Test
  void twoInstancesShareTheWorkAndOneTakesOverFromTheOther() throws InterruptedException {
    scene().sendTogether(SHARED);
    var borne = scene().bear(Fault.KILLED_DURING_THE_CALL, CASES, 1);
    var calls = scene().ledger().all().stream().map(Ledger.Taken::instance).toList();
    for (var name : Instances.NAMES) {
      System.out.printf("Instance %s made %d calls%n", name, Collections.frequency(calls, name));
      assertThat(Collections.frequency(calls, name)).as(name).isGreaterThan(SHARED / 10);
    }
    tell(List.of(borne));
  }

  @Test
  void whatWasAcceptedArrivesThoughInstancesAndDatabaseDie() throws InterruptedException {
    tell(
        bear(
            List.of(
                Fault.TROUBLED,
                Fault.KILLED_BEFORE_THE_CALL,
                Fault.KILLED_AFTER_THE_CALL,
                Fault.KILLED_BEFORE_THE_MARK,
                Fault.DATABASE_KILLED,
                Fault.HALF_OPEN),
            20261122));
  }

  @Test
  @Tag("soak")
  void whatWasAcceptedArrivesWhateverBreaks() throws InterruptedException {
    var seed = Long.getLong("soak.seed", System.nanoTime());
    var minutes = Integer.getInteger("soak.minutes", 20);
    var end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
    System.out.println("Seed " + seed);
    var random = new Random(seed);
    var borne = new ArrayList<Borne>();
    while (borne.isEmpty() || System.nanoTime() < end) {
      var faults = Arrays.asList(Fault.values());
      Collections.shuffle(faults, random);
      borne.addAll(bear(faults, random.nextLong()));
      tell(borne);
      tellOfEach(borne);
    }
  }

  private static void tellOfEach(List<Borne> borne) {
    borne.stream()
        .collect(Collectors.groupingBy(Borne::fault, TreeMap::new, Collectors.toList()))
        .forEach(
            (fault, cycles) ->
                System.out.printf(
                    "%-22s %d cycles; recovered within %s; taken over within %s%n",
                    fault,
                    cycles.size(),
                    longest(cycles.stream().map(Borne::recovered)).orElseThrow(),
                    longest(cycles.stream().flatMap(it -> Stream.ofNullable(it.takenOver())))
                        .map(Duration::toString)
                        .orElse("-")));
  }

  private static Optional<Duration> longest(Stream<Duration> times) {
    return times.max(Duration::compareTo);
  }

  private static List<Borne> bear(List<Fault> faults, long seed) throws InterruptedException {
    var random = new Random(seed);
    var borne = new ArrayList<Borne>();
    for (var fault : faults) {
      var one = scene().bear(fault, CASES, random.nextLong());
      System.out.println(one);
      borne.add(one);
    }
    return borne;
  }

  /** Nothing that was accepted is lost, and each of these was borne in time. */
  private static void tell(List<Borne> borne) {
    var verdict = scene().verdict();
    var takenOver = borne.stream().map(Borne::takenOver).filter(Objects::nonNull).toList();
    System.out.printf(
        "%d cycles; recovered within %s; taken over within %s (%d times); %s; told of a code: %d; %s; leases lost alive: %d%n",
        borne.size(),
        longest(borne.stream().map(Borne::recovered)).orElseThrow(),
        longest(takenOver.stream()).orElse(Duration.ZERO),
        takenOver.size(),
        verdict,
        scene().codesAnswered(),
        scene().news(),
        scene().belated());
    assertThat(verdict.codes()).isGreaterThanOrEqualTo(scene().codesAnswered());
    assertThat(borne).allMatch(it -> it.recovered().compareTo(Scene.RECOVERED_WITHIN) <= 0);
    assertThat(takenOver).allMatch(it -> it.compareTo(TAKEN_OVER_WITHIN) <= 0);
  }

  private static Scene scene() {
    return Objects.requireNonNull(scene);
  }
}
