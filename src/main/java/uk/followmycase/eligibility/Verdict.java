package uk.followmycase.eligibility;

import java.util.List;

/** May this person be invited on this case? Always with reasons and the rules' revision. */
public sealed interface Verdict {

  /** Why: never empty. */
  List<Reason> reasons();

  /** Number of the force's revision whose rules gave it. */
  int revision();

  /** The person may be invited; {@code proof} says what they must show. */
  record Eligible(List<Reason> reasons, int revision, Proof proof) implements Verdict {}

  /** The rules leave this person out. */
  record NotEligible(List<Reason> reasons, int revision) implements Verdict {}

  /** Nobody is told anything until a person of the force has decided. */
  record NeedsPerson(List<Reason> reasons, int revision) implements Verdict {}

  /**
   * One reason.
   *
   * @param rule id of the rule in {@code rules.yaml}, or of a built-in one ({@code collision})
   * @param key of the words for people: {@code eligibility.reason.<key>}
   */
  record Reason(String rule, String key) {}

  /** What somebody must show beside the link. */
  enum Proof {
    /** A code that we send to another contact on record. */
    STANDARD,
    /** A code that the force hands over itself, in person or by telephone. */
    STRICT
  }
}
