package uk.followmycase.web.admin.trail;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import uk.followmycase.audit.TrailQuestion;
import uk.followmycase.audit.TrailQuestion.About;

/**
 * Days of the trail, by the force's wall clock.
 *
 * @param from the first; where it cannot be read, the usual one
 * @param to the last; the same
 * @param typed what stands in the fields
 * @param faults what is wrong with it
 */
record TrailPeriod(
    LocalDate from, LocalDate to, ZoneId zone, Typed typed, Map<String, String> faults) {

  private static final int USUAL_DAYS = 30;
  private static final int LONGEST = 100;

  /** As browsers send a day that was picked, and as people write one. */
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("[uuuu-MM-dd][d/M/uuuu][d.M.uuuu][d-M-uuuu][d M uuuu]")
          .withResolverStyle(ResolverStyle.STRICT);

  /** Two fields as somebody filled them in. */
  record Typed(String from, String to) {}

  /** What somebody asked for; the last thirty days where they named none. */
  static TrailPeriod read(Map<String, String> asked, ZoneId zone, Clock clock) {
    var typed = new Typed(text(asked, "from"), text(asked, "to"));
    var faults = new LinkedHashMap<String, String>();
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var last = typed.to().isEmpty() ? Optional.of(today) : day(typed.to());
    var usual = last.orElse(today).minusDays(USUAL_DAYS);
    var first = typed.from().isEmpty() ? Optional.of(usual) : day(typed.from());
    if (first.isEmpty()) {
      faults.put("from", "trail.fault.from");
    }
    if (last.isEmpty()) {
      faults.put("to", "trail.fault.to");
    }
    if (faults.isEmpty() && first.orElseThrow().isAfter(last.orElseThrow())) {
      faults.put("from", "trail.fault.order");
    }
    return new TrailPeriod(first.orElse(usual), last.orElse(today), zone, typed, faults);
  }

  private static String text(Map<String, String> asked, String name) {
    var text = asked.getOrDefault(name, "").strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text, WRITTEN))
          .filter(read -> read.getYear() > 2000 && read.getYear() < 2200);
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  boolean readable() {
    return faults.isEmpty();
  }

  /** What to show in the field of the first day. */
  String fromField() {
    return readable() ? from.toString() : typed.from();
  }

  /** What to show in the field of the last day. */
  String toField() {
    return readable() ? to.toString() : typed.to();
  }

  /** A field that picks days shows none of what is no day. */
  String fieldType() {
    return readable() ? "date" : "text";
  }

  TrailQuestion question(About about) {
    return new TrailQuestion(
        about, from.atStartOfDay(zone).toInstant(), to.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** The same days at an address. */
  String at(String path) {
    return readable() ? path + "?from=" + from + "&to=" + to : path;
  }
}
