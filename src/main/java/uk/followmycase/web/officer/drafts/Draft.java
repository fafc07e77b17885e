package uk.followmycase.web.officer.drafts;

import java.util.List;
import java.util.Map;
import uk.followmycase.identity.HeldForms.HeldForm;
import uk.followmycase.tenancy.keys.Handle;

/** A form that waits to be sent. */
record Draft(Handle handle, HeldForm form) {

  String path() {
    return form.path();
  }

  Map<String, List<String>> fields() {
    return form.fields();
  }

  /** What was written in somebody's own words, by which they know it again. */
  List<String> words() {
    return form.fields().values().stream()
        .flatMap(List::stream)
        .map(String::strip)
        .filter(value -> value.chars().anyMatch(Character::isWhitespace))
        .toList();
  }

  @Override
  public String toString() {
    return "draft " + handle;
  }
}
