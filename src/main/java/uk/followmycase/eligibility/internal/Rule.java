package uk.followmycase.eligibility.internal;

import java.util.List;
import uk.followmycase.eligibility.Verdict.Reason;

/** A rule of {@code rules.yaml}: it speaks when all its criteria are met. */
record Rule(Answer.Says says, List<Criterion> criteria) implements Policy {

  static Rule of(String id, Answer.Level level, String reason, List<Criterion> criteria) {
    return new Rule(new Answer.Says(level, List.of(new Reason(id, reason))), criteria);
  }

  @Override
  public Answer on(Subject subject) {
    for (var criterion : criteria) {
      if (!criterion.metBy(subject)) {
        return Answer.SILENT;
      }
    }
    return says;
  }
}
