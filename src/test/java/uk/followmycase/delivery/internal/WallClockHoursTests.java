package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.followmycase.tenancy.ForceSettings.QuietHours;

class WallClockHoursTests {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
  private static final long MINUTES = Duration.ofDays(366 * 16 + 1).toMinutes();

  @ParameterizedTest
  @CsvSource({
    // an ordinary night, in summer time and in winter time
    "21:00, 08:00, 2026-07-01T19:59:59Z, 2026-07-01T19:59:59Z",
    "21:00, 08:00, 2026-07-01T20:00:00Z, 2026-07-02T07:00:00Z",
    "21:00, 08:00, 2026-12-01T21:00:00Z, 2026-12-02T08:00:00Z",
    "21:00, 08:00, 2026-12-02T07:59:59.999999Z, 2026-12-02T08:00:00Z",
    "21:00, 08:00, 2026-12-02T08:00:00Z, 2026-12-02T08:00:00Z",
    // quiet hours within one day
    "12:00, 14:00, 2026-12-02T13:00:00Z, 2026-12-02T14:00:00Z",
    // the night of October is an hour longer, the night of March an hour shorter
    "21:00, 08:00, 2026-10-24T20:00:00Z, 2026-10-25T08:00:00Z",
    "21:00, 08:00, 2027-03-27T21:00:00Z, 2027-03-28T07:00:00Z",
    // an end that the clock shows twice, and one that it never shows
    "22:00, 01:30, 2026-10-25T00:10:00Z, 2026-10-25T00:30:00Z",
    "22:00, 01:30, 2026-10-25T01:10:00Z, 2026-10-25T01:30:00Z",
    "22:00, 01:30, 2027-03-28T00:10:00Z, 2027-03-28T01:00:00Z",
    // the clock goes back to before the quiet hours
    "01:30, 08:00, 2026-10-25T00:45:00Z, 2026-10-25T01:00:00Z",
    // a force without quiet hours
    "00:00, 00:00, 2026-10-25T00:45:00Z, 2026-10-25T00:45:00Z"
  })
  void theClockOnTheWallDecides(LocalTime from, LocalTime to, Instant wanted, Instant next) {
    assertThat(WallClockHours.next(wanted, new QuietHours(from, to), LONDON)).isEqualTo(next);
  }

  @Property(tries = 200, seed = "51", edgeCases = EdgeCasesMode.NONE)
  void agreesWithACountOfMinutes(
      @ForAll("moments") Instant wanted, @ForAll("hours") QuietHours quiet) {
    assertThat(WallClockHours.next(wanted, quiet, LONDON)).isEqualTo(counted(wanted, quiet));
  }

  @Tag("soak")
  @Property(tries = 200_000, seed = "52")
  void agreesOverManyYears(@ForAll("moments") Instant wanted, @ForAll("hours") QuietHours quiet) {
    assertThat(WallClockHours.next(wanted, quiet, LONDON)).isEqualTo(counted(wanted, quiet));
  }

  /** Half of them within a few hours of a clock change. */
  @Provide
  Arbitrary<Instant> moments() {
    var any = Arbitraries.longs().between(0, MINUTES).map(m -> START.plus(Duration.ofMinutes(m)));
    var years = Arbitraries.integers().between(2024, 2039);
    var changes =
        years.flatMap(y -> Arbitraries.of(change(y, Month.MARCH), change(y, Month.OCTOBER)));
    var near =
        changes.flatMap(
            change ->
                Arbitraries.integers().between(-900, 900).map(m -> change.plusSeconds(m * 60L)));
    return Arbitraries.oneOf(any, near)
        .flatMap(
            m -> Arbitraries.integers().between(0, 59_999_999).map(u -> m.plusNanos(u * 1000L)));
  }

  @Provide
  Arbitrary<QuietHours> hours() {
    var time =
        Arbitraries.integers()
            .between(0, 95)
            .map(quarter -> LocalTime.MIDNIGHT.plusMinutes(quarter * 15L));
    return time.flatMap(from -> time.map(to -> new QuietHours(from, to)));
  }

  /** Knows no zone: Britain's rule written out, and one minute after another. */
  private static Instant counted(Instant wanted, QuietHours quiet) {
    if (!quiet(wanted, quiet)) {
      return wanted;
    }
    var minute = Instant.ofEpochSecond(Math.floorDiv(wanted.getEpochSecond(), 60L) * 60);
    return Stream.iterate(minute.plusSeconds(60), next -> next.plusSeconds(60))
        .filter(next -> !quiet(next, quiet))
        .findFirst()
        .orElseThrow();
  }

  private static boolean quiet(Instant moment, QuietHours hours) {
    var year = moment.atOffset(ZoneOffset.UTC).getYear();
    var summer =
        !moment.isBefore(change(year, Month.MARCH)) && moment.isBefore(change(year, Month.OCTOBER));
    var minute =
        Math.floorMod(Math.floorDiv(moment.getEpochSecond(), 60L) + (summer ? 60 : 0), 1440);
    var from = hours.from().getHour() * 60 + hours.from().getMinute();
    var length = Math.floorMod(hours.to().getHour() * 60 + hours.to().getMinute() - from, 1440);
    return Math.floorMod(minute - from, 1440) < length;
  }

  private static Instant change(int year, Month month) {
    LocalDate last = Year.of(year).atMonth(month).atEndOfMonth();
    return last.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY))
        .atTime(1, 0)
        .toInstant(ZoneOffset.UTC);
  }
}
