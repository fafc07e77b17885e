package uk.followmycase.web.officer.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.desk.Search;
import uk.followmycase.cases.desk.Search.By;

/**
 * What somebody looks for.
 *
 * @param by code of what was typed
 * @param text as typed
 */
record SearchForm(String by, String text) {

  static final SearchForm EMPTY = new SearchForm("reference", "");

  Optional<By> kind() {
    return Arrays.stream(By.values()).filter(one -> code(one).equals(by)).findFirst();
  }

  static String code(By by) {
    return by.name().toLowerCase(Locale.ROOT);
  }

  /** Key of what is wrong, by field. */
  Map<String, String> faults(@Nullable Search found) {
    if (text.isBlank()) {
      return Map.of("text", "desk.search.fault.empty");
    }
    return found == null || !found.readable()
        ? Map.of("text", "desk.search.fault." + kind().map(SearchForm::code).orElse("reference"))
        : Map.of();
  }

  @Override
  public String toString() {
    return "search form";
  }
}
