package uk.followmycase.web.admin.trail;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows as RFC 4180 has them, which no spreadsheet takes for formulas. */
final class Csv {

  /** With these a cell would begin to calculate, or to call other programs. */
  private static final Pattern FORMULA = Pattern.compile("(?s)(\\s*[=+\\-@]|[\\t\\r\\n]).*");

  private Csv() {}

  static String row(Stream<String> cells) {
    return cells.map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    var harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
    return '"' + harmless.replace("\"", "\"\"") + '"';
  }
}
