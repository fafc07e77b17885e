package uk.followmycase.web.officer.conflicts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.followmycase.cases.desk.Conflicts.Kind;
import uk.followmycase.cases.desk.Conflicts.Outcome;
import uk.followmycase.tenancy.CollarNumber;

/**
 * Whom or what somebody must not see.
 *
 * @param collar number of somebody else; empty for oneself
 * @param confirmed number whose name was shown and agreed to; empty before
 */
record ConflictForm(String collar, String kind, String text, String confirmed) {

  static final ConflictForm EMPTY = new ConflictForm("", "name", "", "");

  ConflictForm {
    collar = CollarNumber.of(collar);
  }

  Optional<Kind> named() {
    return Arrays.stream(Kind.values()).filter(one -> code(one).equals(kind)).findFirst();
  }

  static String code(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Whether there is something to name, and nobody has yet looked at for whom. */
  boolean toConfirm() {
    return !text.isBlank() && named().isPresent() && !collar.equals(confirmed);
  }

  Map<String, String> faults() {
    if (!collar.isEmpty() && !collar.matches("[A-Za-z0-9]{1,10}")) {
      return Map.of("collar", "desk.cover.fault.number");
    }
    return text.isBlank() || named().isEmpty()
        ? Map.of("text", "desk.conflict.fault.empty")
        : Map.of();
  }

  static Map<String, String> faults(Outcome outcome) {
    return outcome == Outcome.NOT_READABLE
        ? Map.of("text", "desk.conflict.fault.unreadable")
        : Map.of();
  }

  @Override
  public String toString() {
    return "conflict form";
  }
}
