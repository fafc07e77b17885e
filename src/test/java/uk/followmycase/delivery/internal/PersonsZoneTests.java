package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeHours;
import uk.followmycase.tenancy.ForceSettings.QuietHours;

/** Quiet hours of people who are somewhere else, against a calculation that knows no zone. */
class PersonsZoneTests {

  private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");
  private static final int MINUTES = (int) Duration.ofDays(365).toMinutes();
  private static final int SIGHT = (int) Duration.ofDays(15).toMinutes();

  /**
   * What a clock shows in 2026: by how many minutes it is ahead of Greenwich, and by how many more
   * between two moments.
   */
  private enum Wall {
    LONDON("Europe/London", 0, 60, "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"),
    KOLKATA("Asia/Kolkata", 330, 0, "2026-06-01T00:00:00Z", "2026-06-01T00:00:00Z"),
    NEW_YORK("America/New_York", -300, 60, "2026-03-08T07:00:00Z", "2026-11-01T06:00:00Z"),
    SYDNEY("Australia/Sydney", 660, -60, "2026-04-04T16:00:00Z", "2026-10-03T16:00:00Z");

    private final ZoneId zone;
    private final int ahead;
    private final int more;
    private final long from;
    private final long until;

    Wall(String zone, int ahead, int more, String from, String until) {
      this.zone = ZoneId.of(zone);
      this.ahead = ahead;
      this.more = more;
      this.from = Instant.parse(from).getEpochSecond() / 60;
      this.until = Instant.parse(until).getEpochSecond() / 60;
    }

    private int ofDay(long minute) {
      var shown = minute + ahead + (minute >= from && minute < until ? more : 0);
      return Math.floorMod(shown, 1440);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // half past seven in Kolkata, while it is night in Britain
    "Asia/Kolkata, 2026-07-01T02:00:00Z, 2026-07-01T02:30:00Z",
    "Asia/Kolkata, 2026-07-01T12:00:00Z, 2026-07-01T12:00:00Z",
    "Asia/Kolkata, 2026-07-01T15:30:00Z, 2026-07-02T02:30:00Z",
    // the clocks of New York are put forward three weeks before ours, and back a week after
    "America/New_York, 2026-03-08T03:00:00Z, 2026-03-08T12:00:00Z",
    "America/New_York, 2026-03-07T03:00:00Z, 2026-03-07T13:00:00Z",
    "America/New_York, 2026-11-01T02:00:00Z, 2026-11-01T13:00:00Z",
    // both British nights, for somebody at home who said so
    "Europe/London, 2026-10-24T20:00:00Z, 2026-10-25T08:00:00Z",
    "Europe/London, 2026-03-28T22:00:00Z, 2026-03-29T07:00:00Z"
  })
  void theClockWhereThePersonIsDecides(ZoneId zone, Instant wanted, Instant next) {
    assertThat(Plan.NONE.by(Set.of(zone)).next(wanted, nights(1260, 480))).contains(next);
  }

  @Test
  void whoIsNowhereElseGoesByTheForcesClock() {
    var wanted = Instant.parse("2026-07-01T20:00:00Z");
    assertThat(Plan.NONE.next(wanted, nights(1260, 480)))
        .contains(Instant.parse("2026-07-02T07:00:00Z"));
  }

  @Property(tries = 200, seed = "71", edgeCases = EdgeCasesMode.NONE)
  void aMomentIsSafeByAllClocks(
      @ForAll("minutes") int minute,
      @ForAll("quarters") int from,
      @ForAll("quarters") int to,
      @ForAll("walls") Set<Wall> walls) {
    agrees(minute, from, to, walls);
  }

  @Tag("soak")
  @Property(tries = 20_000, seed = "72", edgeCases = EdgeCasesMode.NONE)
  void aMomentIsSafeByAllClocksAllYear(
      @ForAll("minutes") int minute,
      @ForAll("quarters") int from,
      @ForAll("quarters") int to,
      @ForAll("walls") Set<Wall> walls) {
    agrees(minute, from, to, walls);
  }

  private static void agrees(int minute, int from, int to, Set<Wall> walls) {
    var wanted = YEAR.plus(Duration.ofMinutes(minute));
    var plan =
        Plan.NONE.by(walls.stream().map(wall -> wall.zone).collect(Collectors.toUnmodifiableSet()));
    var first = wanted.getEpochSecond() / 60;
    var counted =
        LongStream.range(first, first + SIGHT)
            .filter(now -> walls.stream().noneMatch(wall -> quiet(wall.ofDay(now), from, to)))
            .mapToObj(now -> Instant.ofEpochSecond(now * 60))
            .findFirst();
    assertThat(plan.next(wanted, nights(from, to))).isEqualTo(counted);
  }

  private static boolean quiet(int ofDay, int from, int to) {
    return Math.floorMod(ofDay - from, 1440) < Math.floorMod(to - from, 1440);
  }

  private static SafeHours nights(int from, int to) {
    var quiet =
        new QuietHours(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L));
    return (wanted, zone) ->
        WallClockHours.next(wanted, quiet, Objects.requireNonNullElse(zone, Wall.LONDON.zone));
  }

  /** Half of them within a day of a clock change somewhere. */
  @Provide
  Arbitrary<Integer> minutes() {
    var year = YEAR.getEpochSecond() / 60;
    var near =
        Arbitraries.of(Wall.values())
            .flatMap(wall -> Arbitraries.of(wall.from, wall.until))
            .flatMap(change -> Arbitraries.longs().between(change - 1440, change + 1440))
            .map(minute -> (int) (minute - year));
    return Arbitraries.oneOf(Arbitraries.integers().between(0, MINUTES - SIGHT), near);
  }

  @Provide
  Arbitrary<Integer> quarters() {
    return Arbitraries.integers().between(0, 95).map(quarter -> quarter * 15);
  }

  @Provide
  Arbitrary<Set<Wall>> walls() {
    return Arbitraries.of(Wall.values()).set().ofMinSize(1);
  }
}
