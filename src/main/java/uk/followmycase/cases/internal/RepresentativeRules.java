package uk.followmycase.cases.internal;

import java.util.List;
import java.util.Set;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.cases.internal.Standings.Decided;
import uk.followmycase.cases.internal.Standings.Judged;
import uk.followmycase.eligibility.PersonFacts.Clash;
import uk.followmycase.eligibility.Verdict.Reason;

/** How a representative stands: as the person they stand for, and held where they clash. */
final class RepresentativeRules {

  private static final String RULE = "representative";

  private RepresentativeRules() {}

  /**
   * What holds for somebody who represents another.
   *
   * @param of the one represented, as judged now
   */
  static Decided judge(Judged of, Set<Clash> clashes) {
    var revision = of.now().revision();
    return switch (of.now().standing()) {
      case GONE -> Decided.gone(revision);
      case NOT_ELIGIBLE, NEEDS_PERSON ->
          decided(Standing.NOT_ELIGIBLE, "represented-not-invited", revision);
      case ELIGIBLE_STANDARD, ELIGIBLE_STRICT ->
          clashes.isEmpty()
              ? decided(of.now().standing(), "representing", revision)
              : decided(Standing.NEEDS_PERSON, key(clashes), revision);
    };
  }

  private static String key(Set<Clash> clashes) {
    return clashes.contains(Clash.PHONE_OF_OTHER_PARTY) ? "collision-phone" : "collision-email";
  }

  private static Decided decided(Standing standing, String key, int revision) {
    return new Decided(standing, List.of(new Reason(RULE, key)), revision);
  }
}
