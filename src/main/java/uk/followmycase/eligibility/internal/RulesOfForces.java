package uk.followmycase.eligibility.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import uk.followmycase.eligibility.CaseFacts;
import uk.followmycase.eligibility.EligibilityRules;
import uk.followmycase.eligibility.PersonFacts;
import uk.followmycase.eligibility.Verdict;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;

/** Each force's rules, compiled once a revision. */
@Service
class RulesOfForces implements EligibilityRules {

  private final Forces forces;
  private final RulesReader reader;
  private final OffenceTable offences;
  private final Clock clock;
  private final Map<ForceId, RuleSet> compiled = new ConcurrentHashMap<>();

  RulesOfForces(Forces forces, RulesReader reader, OffenceTable offences, Clock clock) {
    this.forces = forces;
    this.reader = reader;
    this.offences = offences;
    this.clock = clock;
  }

  @Override
  public Verdict judge(CaseFacts facts, PersonFacts person) {
    var force = forces.current();
    var today = force.settings().day(clock.instant());
    var offence = facts.offence() == null ? null : offences.of(facts.offence()).orElse(null);
    return rules(force).judge(new Subject(facts, person, offence, today));
  }

  private RuleSet rules(Force force) {
    var known = compiled.get(force.id());
    if (known != null && known.revision() == force.revision()) {
      return known;
    }
    var source = forces.source(force.id(), RulesCheck.FILE);
    var rules = RuleSet.of(force.revision(), source.map(reader::read).orElse(List.of()));
    compiled.put(force.id(), rules);
    return rules;
  }
}
