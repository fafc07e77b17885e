package uk.followmycase.web.frame.plan;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.followmycase.delivery.SafeTimes;
import uk.followmycase.delivery.SafeTimes.Window;

/**
 * A row of a form: from one day of the week to another, from one time to another. Left empty it
 * says nothing; filled in by half it is a fault.
 *
 * @param number of the row, from one
 * @param fields of the whole form
 */
record SafeHoursRow(int number, Map<String, String> fields) {

  /** How many rows a form has. */
  static final int MOST = 3;

  private static final int LONGEST = 10;

  /** Hours as the rows of a form say them; none where all are empty. */
  static Set<SafeTimes> times(List<SafeHoursRow> rows, ZoneId zone) {
    var windows = rows.stream().flatMap(row -> row.window().stream()).toList();
    return windows.isEmpty() ? Set.of() : Set.of(new SafeTimes(zone, windows));
  }

  /** Writes hours into rows. */
  static void write(Set<SafeTimes> times, Map<String, String> fields) {
    var number = 0;
    for (var window : times.stream().flatMap(each -> each.windows().stream()).toList()) {
      var row = new SafeHoursRow(++number, fields);
      fields.put(row.name(), PlanForm.key(window.first()));
      fields.put(row.name("last"), PlanForm.key(window.last()));
      fields.put(row.name("from"), window.from().toString());
      fields.put(row.name("until"), window.until().toString());
    }
  }

  /** Name of its first field, by which faults are known. */
  String name() {
    return "hours-" + number;
  }

  String name(String part) {
    return name() + "-" + part;
  }

  /** What stands in a field of it. */
  String typed(String field) {
    return fields.getOrDefault(field, "").strip();
  }

  boolean empty() {
    return parts().allMatch(String::isEmpty);
  }

  /** Key of the words that say what is wrong. */
  Optional<String> fault() {
    if (empty() || window().isPresent()) {
      return Optional.empty();
    }
    var whole =
        day(name()).isPresent()
            && day(name("last")).isPresent()
            && time(name("from")).isPresent()
            && time(name("until")).isPresent();
    return Optional.of(whole ? "plan.fault.hours.order" : "plan.fault.hours");
  }

  /** What it says; empty when it says nothing that can be. */
  Optional<Window> window() {
    var first = day(name());
    var last = day(name("last"));
    var from = time(name("from"));
    var until = time(name("until"));
    return first.isPresent() && last.isPresent() && from.isPresent() && until.isPresent()
        ? window(first.get(), last.get(), from.get(), until.get())
        : Optional.empty();
  }

  private static Optional<Window> window(
      DayOfWeek first, DayOfWeek last, LocalTime from, LocalTime until) {
    return until.equals(LocalTime.MIDNIGHT) || from.isBefore(until)
        ? Optional.of(new Window(first, last, from, until))
        : Optional.empty();
  }

  private Stream<String> parts() {
    return Stream.of(name(), name("last"), name("from"), name("until")).map(this::typed);
  }

  private Optional<DayOfWeek> day(String field) {
    return Stream.of(DayOfWeek.values())
        .filter(day -> PlanForm.key(day).equals(typed(field)))
        .findFirst();
  }

  /** Minutes are enough. */
  private Optional<LocalTime> time(String field) {
    var written = typed(field);
    try {
      return written.isEmpty() || written.length() > LONGEST
          ? Optional.empty()
          : Optional.of(LocalTime.parse(written).withSecond(0).withNano(0));
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }
}
