package uk.followmycase.web.officer.timeline;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.Report.UpdateKind;
import uk.followmycase.cases.desk.TimelineDesk.Line;
import uk.followmycase.cases.desk.TimelineDesk.Timeline;
import uk.followmycase.tenancy.Wording;
import uk.followmycase.tenancy.keys.Handle;

/**
 * A timeline, and a form to write on it.
 *
 * @param correcting the update that is put right; null when a new one is written
 * @param bank keys of the sentences that fit the case's outcome
 * @param typed what stood in the form
 * @param faults by field, keys of their words
 * @param reads how the words read; null when nobody asked
 * @param said end of the key of what became of the last act; empty for none
 */
record UpdatePage(
    Timeline timeline,
    @Nullable Line correcting,
    List<String> bank,
    Handle once,
    Map<String, String> typed,
    Map<String, String> faults,
    @Nullable Readability reads,
    String said) {

  /** Fitting sentences are numbered in the wording, a force's own among them. */
  private static final int LAST_SENTENCE = 99;

  static UpdatePage of(Timeline timeline, @Nullable Line correcting, Wording wording) {
    return new UpdatePage(
        timeline,
        correcting,
        sentences(timeline.outcome(), wording),
        Handle.random(),
        correcting == null ? Map.of() : before(correcting),
        Map.of(),
        null,
        "");
  }

  /** Whoever puts something right begins with what is wrong. */
  private static Map<String, String> before(Line line) {
    return Map.of(
        "text",
        Objects.requireNonNullElse(line.text(), ""),
        "reason",
        Objects.requireNonNullElse(line.reason(), UpdateForm.OWN_WORDS));
  }

  /** The same after somebody was quicker: what was typed, beside what stands now. */
  UpdatePage overtaken(UpdateForm form, String what) {
    return new UpdatePage(
        timeline, null, bank, Handle.random(), form.fields(), Map.of(), null, what);
  }

  UpdatePage said(String what) {
    return new UpdatePage(timeline, correcting, bank, once, typed, faults, reads, what);
  }

  UpdatePage failed(UpdateForm form, Map<String, String> wrong) {
    return new UpdatePage(
        timeline,
        correcting,
        bank,
        form.once().orElse(once),
        form.fields(),
        wrong,
        form.check() ? Readability.of(form.text("text")) : null,
        said);
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /** The kind that is chosen, or that the case calls for. */
  boolean kind(UpdateKind kind) {
    var wanted = timeline.reasonsWanted() ? UpdateKind.OUTCOME : UpdateKind.GENERAL;
    return typed("kind").isEmpty() ? kind == wanted : typed("kind").equals(key(kind));
  }

  /** Kinds that can be chosen. */
  List<UpdateKind> kinds() {
    return Stream.of(UpdateKind.values()).filter(kind -> kind != UpdateKind.CORRECTION).toList();
  }

  boolean chose(String reason) {
    return typed("reason").equals(reason);
  }

  /** Whether it is in own words, or a sentence that the bank does not have for this case. */
  boolean own() {
    return !bank.contains(typed("reason"));
  }

  /** Where the form goes. */
  String action() {
    return correcting == null ? address() : address() + "/" + correcting.handle() + "/correct";
  }

  String address() {
    return "/desk/cases/" + timeline.file() + "/timeline";
  }

  static String key(UpdateKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> sentences(@Nullable String outcome, Wording wording) {
    return outcome == null
        ? List.of()
        : IntStream.rangeClosed(1, LAST_SENTENCE)
            .mapToObj(n -> "outcome-" + outcome.toLowerCase(Locale.ROOT) + "-" + n)
            .filter(key -> wording.has(Locale.ENGLISH, "reason." + key))
            .toList();
  }
}
