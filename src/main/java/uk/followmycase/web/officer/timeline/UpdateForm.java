package uk.followmycase.web.officer.timeline;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.Report.UpdateKind;
import uk.followmycase.cases.desk.TimelineDesk;
import uk.followmycase.cases.desk.TimelineDesk.Line;
import uk.followmycase.cases.desk.TimelineDesk.Note;
import uk.followmycase.tenancy.keys.Handle;

/** What somebody typed for the victim to read. */
record UpdateForm(Map<String, String> fields) {

  static final String OWN_WORDS = "own";

  String text(String field) {
    return fields.getOrDefault(field, "").strip();
  }

  /** Whether only a look at the words is asked for. */
  boolean check() {
    return fields.containsKey("check");
  }

  Optional<Handle> once() {
    return Handle.parse(text("once"));
  }

  Optional<UpdateKind> kind() {
    return Stream.of(UpdateKind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(text("kind")))
        .findFirst();
  }

  /** A key of the bank; empty when it is in one's own words. */
  Optional<String> reason() {
    return Optional.of(text("reason")).filter(key -> !key.isEmpty() && !key.equals(OWN_WORDS));
  }

  Map<String, String> faults(UpdatePage page) {
    var faults = new LinkedHashMap<String, String>();
    if (kind().isEmpty()) {
      faults.put("kind", "update.fault.kind");
    }
    if (reason().isPresent() && !page.bank().contains(reason().get())) {
      faults.put("reason", "update.fault.reason");
    }
    if (reason().isEmpty() && text("text").isEmpty()) {
      faults.put("text", "update.fault.empty");
    }
    if (reason().isPresent() && says(page.correcting())) {
      faults.put("text", "update.fault.both");
    }
    if (text("text").length() > TimelineDesk.LONGEST) {
      faults.put("text", "update.fault.long");
    }
    if (page.correcting() != null && same(page.correcting())) {
      faults.put("text", "update.fault.same");
    }
    return faults;
  }

  /** Whether there are words that would be lost; those that are put right anyway would not. */
  private boolean says(@Nullable Line before) {
    return !text("text").isEmpty() && (before == null || !text("text").equals(before.text()));
  }

  /** Whether it says what was said before. */
  private boolean same(Line before) {
    return reason()
        .map(key -> key.equals(before.reason()))
        .orElseGet(() -> text("text").equals(before.text()));
  }

  Note note(Handle once, UpdateKind kind) {
    var key = reason().orElse(null);
    return new Note(kind, key == null ? text("text") : null, key, once);
  }
}
