package uk.followmycase.tenancy.internal;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.WorkingDays;

/** Working days by the bank holidays of each part of the United Kingdom. */
@Component
class BankHolidays implements WorkingDays {

  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

  private static final HolidayManager HOLIDAYS =
      HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));

  private final Forces forces;

  BankHolidays(Forces forces) {
    this.forces = forces;
  }

  /** The working days of a jurisdiction as a force's file names it. */
  static Of of(String jurisdiction) {
    return new Of(
        switch (jurisdiction) {
          case "scotland" -> "sct";
          case "northern-ireland" -> "nir";
          default -> "eng";
        });
  }

  @Override
  public boolean worked(LocalDate day) {
    return here().worked(day);
  }

  @Override
  public LocalDate after(LocalDate day, int days) {
    return here().after(day, days);
  }

  @Override
  public LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, forces.current().settings().zone());
  }

  @Override
  public Instant due(LocalDate from, int days) {
    var zone = forces.current().settings().zone();
    return after(from, days).atTime(LAST_MINUTE).atZone(zone).toInstant();
  }

  private Of here() {
    return of(forces.current().settings().jurisdiction());
  }

  /** Working days of one part. */
  record Of(String part) {

    boolean worked(LocalDate day) {
      return day.getDayOfWeek() != DayOfWeek.SATURDAY
          && day.getDayOfWeek() != DayOfWeek.SUNDAY
          && !HOLIDAYS.isHoliday(day, HolidayType.PUBLIC_HOLIDAY, part);
    }

    LocalDate after(LocalDate day, int days) {
      var due = day;
      for (var left = days; left > 0; left -= worked(due) ? 1 : 0) {
        due = due.plusDays(1);
      }
      while (!worked(due)) {
        due = due.plusDays(1);
      }
      return due;
    }
  }
}
