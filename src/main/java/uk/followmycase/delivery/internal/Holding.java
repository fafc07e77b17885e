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
import uk.followmycase.delivery.internal.OutboxHeads.Settled;
import uk.followmycase.tenancy.Forces;

/**
 * Asks people's plans, and the force's hours, what may leave at this moment and by which sender.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Holding {

  private final WholePlans plans;
  private final Detours detours;
  private final Pacing pacing;
  private final Holds holds;
  private final Gathering gathering;
  private final Forces forces;
  private final Clock clock;

  Holding(
      WholePlans plans,
      Detours detours,
      Pacing pacing,
      Holds holds,
      Gathering gathering,
      Forces forces,
      Clock clock) {
    this.plans = plans;
    this.detours = detours;
    this.pacing = pacing;
    this.holds = holds;
    this.gathering = gathering;
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
    var held = new ArrayList<Hold>();
    var force = forces.current();
    var free = new ArrayList<Planned>();
    var more = gathering.of(notices);
    for (var planned : detours.around(planned(notices), force)) {
      var notice = planned.notice();
      var hold = Optional.ofNullable(more.get(notice.id())).or(() -> hold(planned));
      if (!planned.passes(force)) {
        sorted.unsafe().add(notice);
      } else if (hold.isPresent()) {
        held.add(hold.get());
        sorted.later().add(later(notice, hold.get()));
      } else {
        free.add(planned);
      }
    }
    spread(free, sorted, held);
    holds.write(held);
    return sorted;
  }

  /** What speaks of no case has no plan, and was asked for before the force's hours ended. */
  private Optional<Hold> hold(Planned planned) {
    return planned.notice().recipient() == null
        ? Optional.empty()
        : holds.of(planned.notice().id(), planned.plan(), clock.instant());
  }

  /** Of what is free to leave, that which would be too much at once waits its turn. */
  private void spread(List<Planned> free, Sorted sorted, List<Hold> held) {
    var turns = pacing.of(free.stream().map(Planned::notice).toList());
    for (var planned : free) {
      var turn = turns.get(planned.notice().id());
      if (turn == null) {
        sorted.ready().add(planned);
      } else {
        held.add(turn);
        sorted.later().add(later(planned.notice(), turn));
      }
    }
  }

  private List<Planned> planned(List<LeasedNotice> notices) {
    var byPerson = plansOf(notices);
    return notices.stream().map(notice -> Planned.of(notice, plan(notice, byPerson))).toList();
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

  private static Settled later(LeasedNotice notice, Hold hold) {
    var again = notice.inTime(hold.again());
    return new Settled(notice.lease(), again, notice.lease().tries(), hold.why());
  }
}
