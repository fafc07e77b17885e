package uk.followmycase.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import uk.followmycase.tenancy.Wording;

/** Days and times of day as people write them. */
final class Dates {

  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter WELSH =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Wording.WELSH);
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  private Dates() {}

  static String day(Locale language, LocalDate date) {
    return (language.equals(Wording.WELSH) ? WELSH : ENGLISH).format(date);
  }

  /** Key of the words around a time of day: Welsh tells afternoon from evening. */
  static String part(LocalTime time) {
    if (time.getMinute() == 0 && time.getHour() % 12 == 0) {
      return time.getHour() == 0 ? "time.midnight" : "time.midday";
    }
    if (time.isBefore(LocalTime.NOON)) {
      return "time.morning";
    }
    return time.isBefore(EVENING) ? "time.afternoon" : "time.evening";
  }

  /** {@code 3:15}, or {@code 3} for the full hour. */
  static String clock(LocalTime time) {
    var hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    return time.getMinute() == 0 ? "" + hour : "%d:%02d".formatted(hour, time.getMinute());
  }
}
