package uk.followmycase.eligibility.internal;

import uk.followmycase.eligibility.Verdict;
import uk.followmycase.tenancy.Forces.Source;

/** Rules written in a test as a force writes them. */
record Rules(RuleSet set) {

  static final RulesReader READER = new RulesReader(new OffenceTable());

  static Rules of(String yaml) {
    var source = new Source("here/rules.yaml", yaml);
    if (!READER.faults(source).isEmpty()) {
      throw new IllegalArgumentException(READER.faults(source).toString());
    }
    return new Rules(RuleSet.of(7, READER.read(source)));
  }

  /** One rule that includes whoever meets the criteria. */
  static Rules including(String when) {
    return of(
        "rules: [{id: included, verdict: eligible, reason: included-person, when: " + when + "}]");
  }

  Verdict judge(People people) {
    return set.judge(people.subject());
  }

  boolean meets(People people) {
    return judge(people) instanceof Verdict.Eligible;
  }
}
