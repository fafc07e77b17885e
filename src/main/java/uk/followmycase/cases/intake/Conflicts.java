package uk.followmycase.cases.intake;

import java.util.List;
import uk.followmycase.cases.Answer;

/** Refusals of reports that cannot stand beside what is held. */
final class Conflicts {

  private Conflicts() {}

  static Problem problem(Answer.Refused refused) {
    return switch (refused.conflict()) {
      case VERSION_WITH_OTHER_BODY -> Problem.VERSION_CONFLICT;
      case UPDATE_WITH_OTHER_CONTENT -> Problem.UPDATE_CONFLICT;
    };
  }

  /**
   * Where and what to do.
   *
   * @param place pointer to the body of the report
   */
  static Fault fault(Answer.Refused refused, String place) {
    return switch (refused.conflict()) {
      case VERSION_WITH_OTHER_BODY ->
          new Fault(
              place + "/version",
              "Known with another body",
              "Give each change of a case a version of its own");
      case UPDATE_WITH_OTHER_CONTENT ->
          new Fault(
              place
                  + (refused.update() < 0 ? "/update/id" : "/updates/" + refused.update() + "/id"),
              "Known with other content",
              "Withdraw the update and send the new words under another id");
    };
  }

  static ProblemBody body(Answer.Refused refused, String place) {
    return problem(refused).body(List.of(fault(refused, place)));
  }
}
