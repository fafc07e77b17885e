package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Notices.Backlog;
import uk.followmycase.delivery.Notices.Held;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Plan;

/**
 * News that waits until all of it is there, so that nobody is told twice: from the moment it is
 * queued until there is no backlog behind it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Gathering {

  private final ObjectProvider<Backlog> backlogs;
  private final Holds holds;
  private final Clock clock;

  Gathering(ObjectProvider<Backlog> backlogs, Holds holds, Clock clock) {
    this.backlogs = backlogs;
    this.holds = holds;
    this.clock = clock;
  }

  /** What keeps a notice that is to be queued; its plan may keep it longer. */
  Optional<Hold> of(Notice notice, Plan plan) {
    var due = notice.dueAt();
    return notice.kind().anyWay() && due.isAfter(clock.instant())
        ? Optional.of(new Hold(notice.id(), Held.PACED, holds.next(plan, due), due))
        : Optional.empty();
  }

  /** What keeps leased notices, by notice; asked only where one was kept so before. */
  Map<UUID, Hold> of(Collection<LeasedNotice> notices) {
    var kept = new HashMap<UUID, Hold>();
    var waiting = notices.stream().filter(it -> it.kind().anyWay() && it.slot() != null).toList();
    if (!waiting.isEmpty()) {
      backlogs.stream()
          .flatMap(backlog -> backlog.lastsUntil().stream())
          .forEach(
              until ->
                  waiting.forEach(
                      it -> kept.put(it.id(), new Hold(it.id(), Held.PACED, until, until))));
    }
    return kept;
  }
}
