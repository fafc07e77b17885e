package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.Plan.Voicemail;
import uk.followmycase.delivery.SafeTimes;
import uk.followmycase.delivery.SafeTimes.Window;

/** Plans of several sources at once, and the moments that they allow. */
class PlanTests {

  private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");
  private static final Set<ZoneId> ZONES =
      Set.of(ZoneId.of("Europe/Madrid"), ZoneId.of("Asia/Kolkata"));
  private static final long MINUTES = Duration.ofDays(365).toMinutes();

  @Property(tries = 200, seed = "61", edgeCases = EdgeCasesMode.NONE)
  void theOrderInWhichPeopleSpeakDoesNotMatter(
      @ForAll("plans") Plan one, @ForAll("plans") Plan two, @ForAll("plans") Plan three) {
    assertThat(one.and(two)).isEqualTo(two.and(one));
    assertThat(one.and(two).and(three)).isEqualTo(one.and(two.and(three)));
    assertThat(one.and(one)).isEqualTo(one);
    assertThat(one.and(Plan.NONE)).isEqualTo(one);
  }

  @Property(tries = 200, seed = "62", edgeCases = EdgeCasesMode.NONE)
  void nothingIsAllowedThatAnySourceForbids(@ForAll("plans") Plan one, @ForAll("plans") Plan two) {
    var both = one.and(two);
    for (var plan : Set.of(one, two)) {
      assertThat(plan.channels()).containsAll(both.channels());
      assertThat(both.paused()).isEqualTo(one.paused() || two.paused());
      assertThat(both.links() && !plan.links()).isFalse();
      assertThat(plan.neutral() && !both.neutral()).isFalse();
      assertThat(both.voicemail()).isGreaterThanOrEqualTo(plan.voicemail());
      assertThat(both.zones()).containsAll(plan.zones());
    }
  }

  @Property(tries = 200, seed = "63", edgeCases = EdgeCasesMode.NONE)
  void theNextSafeMomentIsTheOneThatACountOfMinutesFinds(
      @ForAll("clocks") WallClocks clocks, @ForAll("minutes") int minute) {
    var wanted = YEAR.plus(Duration.ofMinutes(minute));
    assertThat(clocks.plan().next(wanted, clocks.force()).orElse(null))
        .isEqualTo(clocks.counted(wanted));
  }

  @Property(tries = 200, seed = "66", edgeCases = EdgeCasesMode.NONE)
  void safeHoursEndWithTheFirstMinuteThatIsNotSafe(
      @ForAll("clocks") WallClocks clocks, @ForAll("minutes") int minute) {
    var asked = YEAR.plus(Duration.ofMinutes(minute)).plusSeconds(20);
    var most = asked.plus(Duration.ofMinutes(30));
    var end =
        IntStream.rangeClosed(1, 30)
            .mapToObj(later -> YEAR.plus(Duration.ofMinutes(minute + later)))
            .filter(moment -> !clocks.open(moment))
            .findFirst()
            .orElse(most);
    assertThat(clocks.plan().until(asked, most, clocks.force()))
        .isEqualTo(clocks.open(asked) ? end : asked);
  }

  /** Both clock changes of the year are among its minutes. */
  @Tag("soak")
  @Property(tries = 40, seed = "64", edgeCases = EdgeCasesMode.NONE)
  void everyMinuteOfAYearIsDecidedAsACountOfMinutesDecidesIt(@ForAll("meeting") WallClocks clocks) {
    agreesAllYear(clocks, 1);
  }

  /** Hours that never meet cost most and say least: a minute of each hour, another every time. */
  @Tag("soak")
  @Property(tries = 40, seed = "65", edgeCases = EdgeCasesMode.NONE)
  void hoursThatNeverMeetDoSoAllYear(@ForAll("parted") WallClocks clocks) {
    agreesAllYear(clocks, 61);
  }

  private static void agreesAllYear(WallClocks clocks, int step) {
    var plan = clocks.plan();
    var hours = clocks.force();
    @Nullable Instant next = clocks.counted(YEAR.plus(Duration.ofMinutes(MINUTES)));
    for (var minute = MINUTES - 1; minute >= 0; minute--) {
      var moment = YEAR.plus(Duration.ofMinutes(minute));
      next = clocks.open(moment) ? moment : WallClocks.inSight(moment, next);
      // Half a million assertions a try would cost more than what they ask.
      if (minute % step == 0 && !Objects.equals(plan.next(moment, hours).orElse(null), next)) {
        assertThat(plan.next(moment, hours).orElse(null))
            .as("From %s on with %s", moment, clocks)
            .isEqualTo(next);
      }
    }
  }

  @Example
  void whoeverIsPausedIsNeverToldAnything() {
    var paused =
        new Plan(
            Plan.NONE.channels(), Set.of(), false, false, Voicemail.NOT_ASKED, false, true, null);
    assertThat(paused.next(YEAR, (wanted, zone) -> wanted)).isEmpty();
  }

  @Example
  void hoursThatNeverMeetAreNoHours() {
    var clocks = new WallClocks(0, 600, 0, 6, 60, 120, 0);
    assertThat(clocks.plan().next(YEAR, clocks.force())).isEmpty();
  }

  /** However often they miss each other first. */
  @Example
  void hoursThatMeetOnOneDayOfTheWeekAreFound() {
    var victim = quarters(0, DayOfWeek.SUNDAY);
    var officer = quarters(30, DayOfWeek.SATURDAY);
    var sunday =
        new Window(DayOfWeek.SUNDAY, DayOfWeek.SUNDAY, LocalTime.of(12, 0), LocalTime.MIDNIGHT);
    officer.add(sunday);
    var london = ZoneId.of("Europe/London");
    var times = Set.of(new SafeTimes(london, victim), new SafeTimes(london, officer));
    var plan =
        new Plan(
            Plan.NONE.channels(), times, false, false, Voicemail.NOT_ASKED, false, false, null);
    assertThat(plan.next(Instant.parse("2026-11-23T00:20:00Z"), (wanted, zone) -> wanted))
        .contains(Instant.parse("2026-11-29T12:00:00Z"));
  }

  /** A quarter of each hour, from Monday on. */
  private static List<Window> quarters(int minute, DayOfWeek last) {
    return IntStream.range(0, 24)
        .mapToObj(hour -> LocalTime.of(hour, minute))
        .map(from -> new Window(DayOfWeek.MONDAY, last, from, from.plusMinutes(15)))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  @Example
  void whatOthersCanLookAtIsNeverPlain() {
    var shared =
        new Plan(
            Plan.NONE.channels(), Set.of(), false, false, Voicemail.NOT_ASKED, true, false, null);
    assertThat(shared.neutral()).isTrue();
    assertThat(shared.links()).isFalse();
    assertThat(Plan.NONE.links()).isTrue();
  }

  @Provide
  Arbitrary<Plan> plans() {
    var flags = Arbitraries.of(true, false);
    return Combinators.combine(
            Arbitraries.subsetOf(Channel.values()),
            Arbitraries.subsetOf(
                WallClocks.hours("Europe/London", 0, 4, LocalTime.of(9, 0), LocalTime.of(17, 0)),
                WallClocks.hours("Europe/Paris", 5, 6, LocalTime.of(10, 0), LocalTime.of(11, 0))),
            flags.list().ofSize(4),
            Arbitraries.of(Voicemail.class),
            Arbitraries.integers()
                .between(0, 300)
                .map(day -> LocalDate.ofInstant(YEAR, ZoneOffset.UTC).plusDays(day))
                .injectNull(0.3))
        .as(
            (channels, times, said, voicemail, review) ->
                new Plan(
                    channels,
                    times,
                    said.get(0),
                    said.get(1),
                    voicemail,
                    said.get(2),
                    said.get(3),
                    review))
        .flatMap(plan -> Arbitraries.subsetOf(ZONES).map(plan::by));
  }

  /** Half of them within a day of a clock change. */
  @Provide
  Arbitrary<Integer> minutes() {
    var march = (int) Duration.between(YEAR, Instant.parse("2026-03-29T01:00:00Z")).toMinutes();
    var october = (int) Duration.between(YEAR, Instant.parse("2026-10-25T01:00:00Z")).toMinutes();
    var near =
        Arbitraries.of(march, october)
            .flatMap(change -> Arbitraries.integers().between(change - 1440, change + 1440));
    return Arbitraries.oneOf(Arbitraries.integers().between(0, (int) MINUTES - 1), near);
  }

  @Provide
  Arbitrary<WallClocks> meeting() {
    return clocks().filter(clocks -> clocks.counted(YEAR) != null);
  }

  /** But perhaps on a night when a clock change makes them. */
  @Provide
  Arbitrary<WallClocks> parted() {
    return clocks().filter(clocks -> clocks.counted(YEAR) == null);
  }

  @Provide
  Arbitrary<WallClocks> clocks() {
    var quarters = Arbitraries.integers().between(0, 95).map(quarter -> quarter * 15);
    var days = Arbitraries.integers().between(0, 6);
    return Combinators.combine(
            quarters,
            quarters,
            days,
            days,
            quarters,
            Arbitraries.integers().between(1, 40).map(quarter -> quarter * 15),
            Arbitraries.of(0, 60))
        .as(WallClocks::new);
  }
}
