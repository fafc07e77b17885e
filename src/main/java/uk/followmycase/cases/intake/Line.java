package uk.followmycase.cases.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.Report;

/**
 * A line of a stream as read.
 *
 * @param number from 1
 * @param size in bytes, counted against what may wait
 * @param report null when the line is refused
 * @param place pointer to the body of the report
 * @param problem null when the line is right
 */
record Line(
    long number,
    int size,
    @Nullable Report report,
    String place,
    List<Fault> notes,
    @Nullable ProblemBody problem) {

  static Line right(long number, int size, Report report, String place, Faults notes) {
    return new Line(number, size, report, place, notes.list(), null);
  }

  static Line wrong(long number, int size, ProblemBody problem) {
    return new Line(number, size, null, "", List.of(), problem);
  }
}
