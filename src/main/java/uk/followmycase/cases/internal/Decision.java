package uk.followmycase.cases.internal;

import java.util.ArrayList;
import java.util.List;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.cases.internal.Standings.Decided;
import uk.followmycase.eligibility.Verdict.Reason;

/**
 * What a person of the force decided about somebody. It speaks where the rules leave the matter to
 * a person, and only while there are no other grounds than those it was made on.
 *
 * @param grounds that stood then
 */
record Decision(Outcome outcome, Grounds grounds) {

  private static final String RULE = "decision";

  /** Ways to decide. */
  enum Outcome {
    APPROVED,
    REFUSED
  }

  /** The verdict, where the rules say this on these grounds. */
  Decided over(Decided ruled, Grounds now) {
    return outcome == Outcome.APPROVED ? approved(ruled, now) : refused(ruled, now);
  }

  /**
   * Whether somebody looked at these very collisions and found that nobody is in danger by them.
   */
  boolean clears(Grounds now) {
    return outcome == Outcome.APPROVED && now.met().within(grounds);
  }

  /** Whoever was held once is let in by a code that the force hands over, never by ours alone. */
  private Decided approved(Decided ruled, Grounds now) {
    return ruled.standing() == Standing.NEEDS_PERSON && now.within(grounds)
        ? with(ruled, Standing.ELIGIBLE_STRICT, "decided-yes")
        : ruled;
  }

  /** Whom a person has refused no machine invites: if the rules would now, a person looks again. */
  private Decided refused(Decided ruled, Grounds now) {
    return switch (ruled.standing()) {
      case ELIGIBLE_STANDARD, ELIGIBLE_STRICT ->
          with(ruled, Standing.NEEDS_PERSON, "decide-refused-before");
      case NEEDS_PERSON ->
          now.within(grounds) ? with(ruled, Standing.NOT_ELIGIBLE, "decided-no") : ruled;
      case NOT_ELIGIBLE, GONE -> ruled;
    };
  }

  private static Decided with(Decided ruled, Standing standing, String key) {
    List<Reason> reasons = new ArrayList<>(ruled.reasons());
    reasons.add(new Reason(RULE, key));
    return new Decided(standing, List.copyOf(reasons), ruled.revision());
  }
}
