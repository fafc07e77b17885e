package uk.followmycase.web.officer.worklist;

import java.util.List;
import java.util.Locale;
import uk.followmycase.cases.desk.TaskDesk.Line;
import uk.followmycase.cases.desk.Worklist;
import uk.followmycase.cases.desk.Worklist.Of;

/**
 * A page of work with the ways to its neighbours.
 *
 * @param tasks the most urgent ones; none but on the first page
 */
record WorkPage(Worklist work, List<Line> tasks) {

  static String code(Of of) {
    return of.name().toLowerCase(Locale.ROOT);
  }

  /** Start of the keys of a list's words. */
  static String key(Of of) {
    return "desk.work." + code(of);
  }

  String address(int page) {
    return "/?of=" + code(work.of()) + "&page=" + page;
  }

  boolean earlier() {
    return work.number() > 1;
  }

  boolean later() {
    return work.number() < work.pages();
  }
}
