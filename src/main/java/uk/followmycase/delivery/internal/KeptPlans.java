package uk.followmycase.delivery.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.delivery.events.SafeContactChanged;
import uk.followmycase.delivery.internal.PlanRows.Known;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.DataKey;

/** Plans in {@code police.safe_contact}, with everything that follows when one changes. */
@Component
class KeptPlans implements SafeContactPlans {

  private final PlanRows rows;
  private final WholePlans whole;
  private final PlanHistory history;
  private final Holds holds;
  private final Forces forces;
  private final AuditTrail trail;
  private final ApplicationEventPublisher events;

  KeptPlans(
      PlanRows rows,
      WholePlans whole,
      PlanHistory history,
      Holds holds,
      Forces forces,
      AuditTrail trail,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.whole = whole;
    this.history = history;
    this.holds = holds;
    this.forces = forces;
    this.trail = trail;
    this.events = events;
  }

  @Override
  @Transactional
  public Map<UUID, Plan> of(Collection<UUID> people) {
    var plans = new HashMap<UUID, Plan>();
    if (!people.isEmpty()) {
      people.forEach(person -> plans.put(person, Plan.NONE));
      rows.find(people).forEach((person, known) -> plans.put(person, known.plan()));
    }
    return plans;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<UUID, Plan> everywhere(Collection<UUID> people) {
    return whole.of(people);
  }

  @Override
  @Transactional
  public Map<Source, Plan> said(UUID person) {
    return Optional.ofNullable(rows.find(List.of(person)).get(person))
        .map(Known::said)
        .orElseGet(Map::of);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void say(Saying saying) {
    say(List.of(saying));
    events.publishEvent(
        new SafeContactChanged(ForceBinding.current(), List.of(saying.person()), false));
  }

  /** Of these sayings those that say anything else than their source does now. */
  List<Saying> news(List<Saying> sayings) {
    var known = rows.find(sayings.stream().map(it -> it.person().personId()).toList());
    return sayings.stream().filter(it -> !it.plan().equals(now(it, known))).toList();
  }

  private static Plan now(Saying saying, Map<UUID, Known> known) {
    var person = known.get(saying.person().personId());
    return person == null ? Plan.NONE : person.said().getOrDefault(saying.source(), Plan.NONE);
  }

  /** As the face has it, for many; whoever calls tells of the change. */
  @Transactional(propagation = Propagation.MANDATORY)
  void say(List<Saying> sayings) {
    var changed = rows.put(sayings.stream().map(history::seal).toList());
    rows.review(changed, forces.current().settings().zone());
    holds.lookAgain(whole.everywhere(changed));
    trail.record(sayings.stream().map(KeptPlans::entry).toList());
  }

  @Override
  @Transactional(readOnly = true)
  public List<Said> history(UUID person, DataKey key) {
    return history.of(person, key);
  }

  private static AuditEntry entry(Saying saying) {
    var person = saying.person();
    return new AuditEntry(
        saying.by(),
        AuditAction.SAFE_CONTACT_CHANGED,
        List.of(new AuditEntry.Subject(person.caseId(), person.personId())),
        null,
        saying.source().name().toLowerCase(Locale.ROOT));
  }
}
