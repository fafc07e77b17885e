package uk.followmycase.web.officer.tasks;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.followmycase.tenancy.StaffRole;

/** What somebody typed about a task. */
record TaskForm(Map<String, String> fields) {

  static final int LONGEST_NOTE = 1000;
  private static final int LONGEST_COLLAR = 10;

  /** A field without the space around it. */
  String text(String field) {
    return fields.getOrDefault(field, "").strip();
  }

  /** The version that the form was made for. */
  int version() {
    try {
      return Integer.parseInt(text("version"));
    } catch (NumberFormatException notOurs) {
      return 0;
    }
  }

  /** Whom the task is left to. */
  Optional<StaffRole> role() {
    return Stream.of(StaffRole.values())
        .filter(role -> TaskPage.key(role).equals(text("role")))
        .findFirst();
  }

  Map<String, String> passOnFaults() {
    var faults = new HashMap<String, String>();
    if (role().isEmpty()) {
      faults.put("role", "task.fault.role");
    }
    if (text("collar-number").length() > LONGEST_COLLAR) {
      faults.put("collar-number", "task.fault.collar-number");
    } else if (!text("collar-number").isEmpty() && !role().equals(Optional.of(StaffRole.OFFICER))) {
      faults.put("collar-number", "task.fault.number-of-no-officer");
    }
    tooLong("pass-on-note", faults);
    return faults;
  }

  /** An officer was named who does not work on the case. */
  static Map<String, String> notTheirs() {
    return Map.of("collar-number", "task.fault.not-theirs");
  }

  Map<String, String> answerFaults() {
    var faults = new HashMap<String, String>();
    if (text("answer").isEmpty()) {
      faults.put("answer", "task.fault.answer");
    }
    tooLong("note", faults);
    return faults;
  }

  void tooLong(String field, Map<String, String> faults) {
    if (text(field).length() > LONGEST_NOTE) {
      faults.put(field, "task.fault.note");
    }
  }
}
