package uk.followmycase.eligibility;

/** The bound force's rules. Judging is done in memory and touches nothing. */
public interface EligibilityRules {

  /** The verdict for one person on one case under the force's current revision. */
  Verdict judge(CaseFacts facts, PersonFacts person);
}
