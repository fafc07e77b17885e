package uk.followmycase.invitations.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.cases.events.CasesJudged;
import uk.followmycase.cases.events.CasesJudged.Judged;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.invitations.internal.Judgement.Step;
import uk.followmycase.tenancy.Forces;

/** Turns verdicts into invitations, in the transaction that judged. */
@Component
class JudgedPeople {

  private final InvitationRows rows;
  private final TakingBack takingBack;
  private final Consequences consequences;
  private final SafeContactPlans plans;
  private final Forces forces;

  JudgedPeople(
      InvitationRows rows,
      TakingBack takingBack,
      Consequences consequences,
      SafeContactPlans plans,
      Forces forces) {
    this.rows = rows;
    this.takingBack = takingBack;
    this.consequences = consequences;
    this.plans = plans;
    this.forces = forces;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(CasesJudged event) {
    var people = lastWord(event.people());
    if (people.isEmpty()) {
      return;
    }
    var steps = steps(people);
    var changing = steps.stream().filter(step -> step.live() != null).toList();
    if (!changing.isEmpty()) {
      hold(changing);
      steps = steps(people);
    }
    consequences.of(steps);
  }

  private void hold(List<Step> changing) {
    takingBack.hold(ids(changing.stream().filter(step -> !(step instanceof Step.Tighten))));
    takingBack.holdKeepingLinks(
        ids(changing.stream().filter(step -> step instanceof Step.Tighten)));
  }

  private static List<UUID> ids(Stream<Step> steps) {
    return steps.map(Step::live).filter(Objects::nonNull).map(Invitation::id).toList();
  }

  /** A batch may name somebody twice; the later verdict counts. */
  private static Map<UUID, Judged> lastWord(List<Judged> people) {
    var last = new LinkedHashMap<UUID, Judged>();
    people.forEach(person -> last.put(person.personId(), person));
    return last;
  }

  private List<Step> steps(Map<UUID, Judged> people) {
    var linkBy = forces.current().settings().invitations().linkBy();
    var channel = Channel.valueOf(linkBy.toUpperCase(Locale.ROOT));
    var histories = rows.histories(people.keySet());
    var safe = plans.of(people.keySet());
    return people.values().stream()
        .map(
            person ->
                new Judgement(
                        person,
                        histories.getOrDefault(person.personId(), History.NONE),
                        safe.getOrDefault(person.personId(), Plan.NONE),
                        channel)
                    .step())
        .toList();
  }
}
