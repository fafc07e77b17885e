package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.delivery.internal.OutboxHeads.Settled;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.Forces;

/**
 * Asks people's plans, and the force's hours, what may leave at this moment and by which sender.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Holding {

  private final SafeContactPlans plans;
  private final Holds holds;
  private final Forces forces;
  private final Clock clock;

  Holding(SafeContactPlans plans, Holds holds, Forces forces, Clock clock) {
    this.plans = plans;
    this.holds = holds;
    this.forces = forces;
    this.clock = clock;
  }

  /**
   * Notices of the bound force as their plans have it.
   *
   * @param later what has to wait; that counts as no try
   * @param unsafe what no way is left for
   */
  record Sorted(List<Planned> ready, List<Settled> later, List<LeasedNotice> unsafe) {}

  Sorted sort(List<LeasedNotice> notices) {
    var sorted = new Sorted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    var byPerson = plansOf(notices);
    var force = forces.current();
    var held = new ArrayList<Hold>();
    for (var notice : notices) {
      var plan = plan(notice, byPerson);
      var hold = holds.of(notice.id(), plan, clock.instant());
      if (!plan.channels().contains(notice.channel()) || nameless(notice, plan, force)) {
        sorted.unsafe().add(notice);
      } else if (hold.isPresent()) {
        held.add(hold.get());
        sorted.later().add(later(notice, hold.get()));
      } else {
        sorted.ready().add(new Planned(notice, plan, discreet(notice, plan, force)));
      }
    }
    holds.write(held);
    return sorted;
  }

  private Map<UUID, Plan> plansOf(List<LeasedNotice> notices) {
    var people =
        notices.stream()
            .flatMap(notice -> Optional.ofNullable(notice.recipient()).stream())
            .map(Recipient::personId)
            .toList();
    return people.isEmpty() ? Map.of() : plans.of(people);
  }

  private static Plan plan(LeasedNotice notice, Map<UUID, Plan> byPerson) {
    var recipient = notice.recipient();
    return recipient == null ? Plan.NONE : byPerson.getOrDefault(recipient.personId(), Plan.NONE);
  }

  /** Whether it may not show the force's name, and the force has no other to send under. */
  private static boolean nameless(LeasedNotice notice, Plan plan, Force force) {
    return plan.neutral() && Senders.of(force, notice.channel(), true).isEmpty();
  }

  /** A code knows no case and so no plan: it never shows the force's name where it need not. */
  private static boolean discreet(LeasedNotice notice, Plan plan, Force force) {
    return plan.neutral()
        || (notice.kind().neverTwice() && Senders.of(force, notice.channel(), true).isPresent());
  }

  private static Settled later(LeasedNotice notice, Hold hold) {
    return new Settled(notice.lease(), hold.again(), notice.lease().tries());
  }
}
