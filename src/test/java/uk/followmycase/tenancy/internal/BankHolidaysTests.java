package uk.followmycase.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working days of each part of the United Kingdom. */
class BankHolidaysTests {

  private static final String SEED = "20261122";

  private final BankHolidays.Of england = BankHolidays.of("england-and-wales");

  /** As GOV.UK publishes them. */
  @ParameterizedTest
  @CsvSource({
    "2025-04-18, false, false, false",
    "2025-04-21, false, true, false",
    "2025-08-04, true, false, true",
    "2025-08-25, false, true, false",
    "2025-12-01, true, false, true",
    "2026-01-01, false, false, false",
    "2026-01-02, true, false, true",
    "2026-03-17, true, true, false",
    "2026-04-03, false, false, false",
    "2026-04-06, false, true, false",
    "2026-05-04, false, false, false",
    "2026-05-25, false, false, false",
    "2026-07-13, true, true, false",
    "2026-08-03, true, false, true",
    "2026-08-31, false, true, false",
    "2026-11-30, true, false, true",
    "2026-12-25, false, false, false",
    "2026-12-28, false, false, false",
    "2026-12-29, true, true, true",
    "2027-03-26, false, false, false",
    "2027-12-27, false, false, false",
    "2027-12-28, false, false, false",
    "2026-11-23, true, true, true",
    "2026-11-22, false, false, false"
  })
  void everyPartHasItsOwn(LocalDate day, boolean england, boolean scotland, boolean ireland) {
    assertThat(BankHolidays.of("england-and-wales").worked(day)).as("England").isEqualTo(england);
    assertThat(BankHolidays.of("scotland").worked(day)).as("Scotland").isEqualTo(scotland);
    assertThat(BankHolidays.of("northern-ireland").worked(day)).as("Ireland").isEqualTo(ireland);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 1, 2026-11-23",
    "2026-11-22, 1, 2026-11-23",
    "2026-11-22, 0, 2026-11-23",
    "2026-11-23, 0, 2026-11-23",
    "2026-12-24, 1, 2026-12-29",
    "2026-12-23, 5, 2027-01-04",
    "2026-04-02, 2, 2026-04-08"
  })
  void theCountStartsTheDayAfter(LocalDate from, int days, LocalDate due) {
    assertThat(england.after(from, days)).isEqualTo(due);
  }

  @Property(tries = 200, seed = SEED)
  void whatIsDueIsDueOnAWorkingDay(
      @ForAll("days") LocalDate day, @ForAll @IntRange(max = 30) int days) {
    var due = england.after(day, days);
    assertThat(england.worked(due)).isTrue();
    assertThat(due.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  }

  @Property(tries = 200, seed = SEED)
  void exactlySoManyDaysAreWorkedUntilThen(
      @ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 30) int days) {
    var due = england.after(day, days);
    var worked = day.plusDays(1).datesUntil(due.plusDays(1)).filter(england::worked).count();
    assertThat(worked).isEqualTo(days);
  }

  @Property(tries = 200, seed = SEED)
  void laterIsNeverDueEarlier(@ForAll("days") LocalDate day, @ForAll @IntRange(max = 30) int days) {
    assertThat(england.after(day.plusDays(1), days)).isAfterOrEqualTo(england.after(day, days));
    assertThat(england.after(day, days + 1)).isAfterOrEqualTo(england.after(day, days));
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(2024, 1, 1).toEpochDay(), LocalDate.of(2035, 12, 31).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }
}
