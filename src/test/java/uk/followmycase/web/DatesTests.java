package uk.followmycase.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.followmycase.tenancy.Wording;

class DatesTests {

  @Test
  void monthsAreSpeltOutInBothLanguages() {
    var march = LocalDate.of(2026, 3, 4);
    assertThat(Dates.day(Locale.ENGLISH, march)).isEqualTo("4 March 2026");
    assertThat(Dates.day(Wording.WELSH, march)).isEqualTo("4 Mawrth 2026");
  }

  @ParameterizedTest
  @CsvSource({
    "00:00,12,time.midnight",
    "00:05,12:05,time.morning",
    "09:00,9,time.morning",
    "11:59,11:59,time.morning",
    "12:00,12,time.midday",
    "12:01,12:01,time.afternoon",
    "15:15,3:15,time.afternoon",
    "17:59,5:59,time.afternoon",
    "18:00,6,time.evening",
    "23:07,11:07,time.evening"
  })
  void timesAreWrittenByTheTwelveHourClock(LocalTime time, String clock, String part) {
    assertThat(Dates.clock(time)).isEqualTo(clock);
    assertThat(Dates.part(time)).isEqualTo(part);
  }
}
