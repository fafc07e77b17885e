package uk.followmycase.web.officer.cover;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.desk.Covers.Outcome;
import uk.followmycase.tenancy.CollarNumber;
import uk.followmycase.web.Words;

/**
 * Who shall cover for whom until when, as typed.
 *
 * @param officer collar number of the officer in the case
 * @param by collar number of the one who covers
 * @param confirmed for what names were shown and agreed to; empty before
 */
record CoverForm(
    String officer, String by, String day, String month, String year, String confirmed) {

  static final CoverForm EMPTY = new CoverForm("", "", "", "", "", "");

  static CoverForm of(Map<String, String> fields) {
    return new CoverForm(
        fields.getOrDefault("officer", ""),
        fields.getOrDefault("by", ""),
        fields.getOrDefault("day", ""),
        fields.getOrDefault("month", ""),
        fields.getOrDefault("year", ""),
        fields.getOrDefault("confirmed", ""));
  }

  CoverForm {
    officer = CollarNumber.of(officer);
    by = CollarNumber.of(by);
  }

  Optional<LocalDate> until() {
    try {
      return Optional.of(LocalDate.of(number(year), number(month), number(day)));
    } catch (DateTimeException | NumberFormatException noDay) {
      return Optional.empty();
    }
  }

  /** Both numbers and the day: whoever then types others is asked again. */
  String toConfirm() {
    return officer + " " + by + " " + until().map(LocalDate::toString).orElse("");
  }

  boolean isConfirmed() {
    return confirmed.equals(toConfirm());
  }

  private static int number(String typed) {
    return Integer.parseInt(typed.strip());
  }

  /** Somebody with their number. */
  static String named(Words t, String number, @Nullable String name) {
    return (name == null ? t.say("desk.cover.unknown") : name) + " (" + number + ")";
  }

  /** Keys of what is wrong before anybody is asked, by field. */
  Map<String, String> faults() {
    var faults = new LinkedHashMap<String, String>();
    if (!officer.matches("[A-Za-z0-9]{1,10}")) {
      faults.put("officer", "desk.cover.fault.number");
    }
    if (!by.matches("[A-Za-z0-9]{1,10}")) {
      faults.put("by", "desk.cover.fault.number");
    }
    if (until().isEmpty()) {
      faults.put("day", "desk.cover.fault.day");
    }
    return faults;
  }

  /** The same, after. */
  static Map<String, String> faults(Outcome outcome) {
    return switch (outcome) {
      case SET, NOT_ALLOWED -> Map.of();
      case NO_SUCH_OFFICER -> Map.of("officer", "desk.cover.fault.officer");
      case SAME_OFFICER -> Map.of("by", "desk.cover.fault.same");
      case NOT_A_DAY -> Map.of("day", "desk.cover.fault.range");
    };
  }
}
