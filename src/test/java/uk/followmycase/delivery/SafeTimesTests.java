package uk.followmycase.delivery;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.followmycase.delivery.SafeTimes.Window;

class SafeTimesTests {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @ParameterizedTest
  @CsvSource({
    // a working week: within, before, after, and over the week-end
    "09:00, 17:00, 2026-07-01T09:30:00Z, 2026-07-01T09:30:00Z",
    "09:00, 17:00, 2026-07-01T07:59:59.999999Z, 2026-07-01T08:00:00Z",
    "09:00, 17:00, 2026-07-01T16:00:00Z, 2026-07-02T08:00:00Z",
    "09:00, 17:00, 2026-12-04T17:00:00Z, 2026-12-07T09:00:00Z",
    // up to midnight
    "18:00, 00:00, 2026-12-03T23:59:59Z, 2026-12-03T23:59:59Z",
    "18:00, 00:00, 2026-12-04T00:00:00Z, 2026-12-04T18:00:00Z"
  })
  void theClockOnTheWallDecidesOnWorkingDays(
      LocalTime from, LocalTime until, Instant wanted, Instant next) {
    var times = new SafeTimes(LONDON, List.of(new Window(MONDAY, FRIDAY, from, until)));
    assertThat(times.next(wanted)).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({
    // October shows 01:00 to 02:00 twice, March not at all
    "01:15, 01:45, 2026-10-25T00:00:00Z, 2026-10-25T00:15:00Z",
    "01:15, 01:45, 2026-10-25T00:50:00Z, 2026-10-25T01:15:00Z",
    "01:15, 01:45, 2026-10-25T01:45:00Z, 2026-11-01T01:15:00Z",
    "01:15, 01:45, 2027-03-28T00:30:00Z, 2027-04-04T00:15:00Z",
    "01:15, 03:00, 2027-03-28T00:30:00Z, 2027-03-28T01:00:00Z"
  })
  void nightsOfClockChangesAreAsTheWallShowsThem(
      LocalTime from, LocalTime until, Instant wanted, Instant next) {
    var times = new SafeTimes(LONDON, List.of(new Window(SUNDAY, SUNDAY, from, until)));
    assertThat(times.next(wanted)).isEqualTo(next);
  }

  @Test
  void daysMayRunOverTheEndOfTheWeek() {
    var weekEnd =
        new SafeTimes(
            LONDON,
            List.of(new Window(SATURDAY, MONDAY, LocalTime.of(10, 0), LocalTime.of(11, 0))));
    assertThat(weekEnd.at(Instant.parse("2026-12-05T10:30:00Z"))).isTrue();
    assertThat(weekEnd.at(Instant.parse("2026-12-07T10:30:00Z"))).isTrue();
    assertThat(weekEnd.at(Instant.parse("2026-12-08T10:30:00Z"))).isFalse();
  }

  @Test
  void hoursThatCouldNeverComeAreRefused() {
    assertThatThrownBy(() -> new SafeTimes(LONDON, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Window(MONDAY, FRIDAY, LocalTime.of(17, 0), LocalTime.of(9, 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
