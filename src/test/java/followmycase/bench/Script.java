package followmycase.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one request, to be run again and again: the values that differed between two
 * recordings of it are new each time, all others stay as they were.
 */
record Script(List<Step> steps) {

  private static final Pattern PLACE = Pattern.compile("\\$\\d+");

  /** One statement; {@code values} stand for its question marks. */
  record Step(Statement as, String sql, List<@Nullable Template> values) {}

  static Script of(List<Statement> once, List<Statement> again) {
    var steps = new ArrayList<Step>();
    for (var n = 0; n < once.size(); n++) {
      steps.add(step(once.get(n), again.get(n)));
    }
    return new Script(steps);
  }

  private static Step step(Statement once, Statement again) {
    var values = new ArrayList<@Nullable Template>();
    for (var n = 0; n < once.values().size(); n++) {
      var value = once.values().get(n);
      var other = again.values().get(n);
      values.add(value == null || other == null ? null : Template.of(value, other));
    }
    return new Step(once, PLACE.matcher(once.sql()).replaceAll("?"), values);
  }

  static boolean sameSql(List<Statement> once, List<Statement> again) {
    return sql(once).equals(sql(again));
  }

  private static List<String> sql(List<Statement> statements) {
    return statements.stream().map(Statement::sql).toList();
  }

  /** Its statements, those that begin and end transactions not counted. */
  List<String> statements() {
    return steps.stream()
        .map(Step::as)
        .filter(one -> !one.begins() && !one.ends())
        .map(Statement::sql)
        .toList();
  }
}
