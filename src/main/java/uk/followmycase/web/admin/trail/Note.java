package uk.followmycase.web.admin.trail;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.web.Words;

/**
 * The note of a line. Each of its parts is said in the words that stand for it with this action,
 * else in those that stand for it with any. Words whose key ends in {@code .next} speak of the part
 * behind theirs, too. What has no words is said as it stands: numbers, names, and codes of old.
 *
 * @param parts as they were written, with names for accounts
 */
record Note(AuditAction action, List<String> parts) {

  /**
   * Some of a note as people read it.
   *
   * @param worded whether words stand for it
   */
  record Said(String text, boolean worded) {}

  boolean none() {
    return parts.isEmpty();
  }

  String said(Words words) {
    return in(words).stream().map(Said::text).collect(Collectors.joining(", "));
  }

  List<Said> in(Words words) {
    var said = new ArrayList<Said>();
    var rest = new ArrayDeque<>(parts);
    while (!rest.isEmpty()) {
      var code = rest.remove();
      var withNext = rest.isEmpty() ? Optional.<String>empty() : key(words, code, ".next");
      if (withNext.isPresent()) {
        var next = plain(words, rest.remove());
        said.add(new Said(words.say(withNext.get(), "next", next), true));
      } else {
        var key = key(words, code, "");
        said.add(
            new Said(key.map(words::say).orElseGet(() -> plain(words, code)), key.isPresent()));
      }
    }
    return said;
  }

  private Optional<String> key(Words words, String code, String ending) {
    var end = shape(code) + ending;
    return Stream.of("trail.note." + shape(action.name()) + ".", elsewhere(), "trail.note.")
        .map(start -> start + end)
        .filter(words::has)
        .findFirst();
  }

  /** Where words stand by which other pages call the same. */
  private String elsewhere() {
    return switch (action) {
      case TASK_OPENED, TASK_TAKEN, TASK_PASSED_ON, TASK_PROPOSED, TASK_ANSWERED, TASK_CLOSED ->
          "task.kind.";
      case REPRESENTATIVE_ADDED -> "representative.kind.";
      case SWITCH_TURNED -> "delivery.switch.";
      default -> "trail.note.";
    };
  }

  private static String shape(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String plain(Words words, String part) {
    try {
      return words.day(LocalDate.parse(part));
    } catch (DateTimeParseException noDay) {
      return part;
    }
  }
}
