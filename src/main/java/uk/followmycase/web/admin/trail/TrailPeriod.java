package uk.followmycase.web.admin.trail;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import uk.followmycase.audit.TrailQuestion;
import uk.followmycase.audit.TrailQuestion.About;

/**
 * Days of the trail, by the force's wall clock.
 *
 * @param from the first
 * @param to the last
 */
record TrailPeriod(LocalDate from, LocalDate to, ZoneId zone) {

  private static final int USUAL_DAYS = 30;

  /** What somebody asked for; the last thirty days where that is no period. */
  static TrailPeriod read(String from, String to, ZoneId zone, Clock clock) {
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var last = day(to, today);
    var first = day(from, last.minusDays(USUAL_DAYS));
    return new TrailPeriod(first.isAfter(last) ? last : first, last, zone);
  }

  private static LocalDate day(String text, LocalDate usual) {
    try {
      var read = LocalDate.parse(text);
      return read.getYear() > 2000 && read.getYear() < 2200 ? read : usual;
    } catch (DateTimeException none) {
      return usual;
    }
  }

  TrailQuestion question(About about) {
    return new TrailQuestion(
        about, from.atStartOfDay(zone).toInstant(), to.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** For an address. */
  String query() {
    return "from=" + from + "&to=" + to;
  }
}
