package uk.followmycase.delivery.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeContactPlans;

/**
 * Asks people's plans when notices are queued, so that anybody can see from the first moment when
 * they will leave. They are asked again before anything leaves.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Queueing {

  private final SafeContactPlans plans;
  private final Holds holds;
  private final Gathering gathering;

  Queueing(SafeContactPlans plans, Holds holds, Gathering gathering) {
    this.plans = plans;
    this.holds = holds;
    this.gathering = gathering;
  }

  List<Queued> of(Collection<Notice> notices) {
    var people =
        notices.stream()
            .flatMap(notice -> Optional.ofNullable(notice.recipient()).stream())
            .map(Recipient::personId)
            .toList();
    var byPerson = people.isEmpty() ? Map.<UUID, Plan>of() : plans.of(people);
    return notices.stream().map(notice -> queued(notice, byPerson)).toList();
  }

  /** What speaks of no case has no plan, and somebody waits for it. */
  private Queued queued(Notice notice, Map<UUID, Plan> byPerson) {
    var recipient = notice.recipient();
    if (recipient == null) {
      return new Queued(notice, null);
    }
    var plan = byPerson.getOrDefault(recipient.personId(), Plan.NONE);
    var hold = gathering.of(notice, plan).or(() -> holds.of(notice.id(), plan, notice.dueAt()));
    return new Queued(notice, hold.orElse(null));
  }
}
