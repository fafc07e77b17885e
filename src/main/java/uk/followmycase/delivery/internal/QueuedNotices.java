package uk.followmycase.delivery.internal;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Notices;
import uk.followmycase.delivery.internal.OutboxHeads.Head;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Switches;

/** The near end of the outbox: rows and heads in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class QueuedNotices implements Notices {

  private final NoticeRows rows;
  private final OutboxHeads heads;
  private final Recalls recalls;
  private final Queueing queueing;
  private final Tellings tellings;
  private final Switches switches;
  private final Forces forces;
  private final Wake wake;
  private final DeliveryMeters meters;

  QueuedNotices(
      NoticeRows rows,
      OutboxHeads heads,
      Recalls recalls,
      Queueing queueing,
      Tellings tellings,
      Switches switches,
      Forces forces,
      Wake wake,
      DeliveryMeters meters) {
    this.rows = rows;
    this.heads = heads;
    this.recalls = recalls;
    this.queueing = queueing;
    this.tellings = tellings;
    this.switches = switches;
    this.forces = forces;
    this.wake = wake;
    this.meters = meters;
  }

  @Override
  public void queue(Collection<Notice> notices) {
    if (notices.isEmpty()) {
      return;
    }
    var queued = queueing.of(notices);
    rows.add(queued, forces.current().revision());
    heads.add(queued.stream().map(it -> head(it, notices.size())).toList());
    meters.queued(notices);
    wake.afterCommit();
  }

  private static Waiting told(Waiting waiting, Set<String> off) {
    return Collections.disjoint(SwitchNames.stopping(waiting.kind(), waiting.channel()), off)
        ? waiting
        : new Waiting(
            waiting.kind(), waiting.channel(), waiting.queuedAt(), Held.SWITCHED_OFF, null);
  }

  private static Head head(Queued queued, int batch) {
    var notice = queued.notice();
    return new Head(
        notice.id(),
        Urgency.of(notice.kind(), batch),
        notice.channel(),
        notice.kind(),
        queued.dueAt(),
        queued.hold() == null ? null : queued.hold().why());
  }

  @Override
  public void tell(Collection<Telling> people) {
    if (!people.isEmpty()) {
      queue(tellings.of(people));
    }
  }

  @Override
  public int recall(Collection<UUID> abouts) {
    return abouts.isEmpty() ? 0 : recalls.recall(abouts);
  }

  @Override
  public Map<UUID, List<Waiting>> waiting(Collection<UUID> people) {
    if (people.isEmpty()) {
      return Map.of();
    }
    var off = switches.off().stream().map(it -> it.what().code()).collect(toSet());
    var waiting = rows.waiting(people);
    waiting.replaceAll((person, some) -> some.stream().map(it -> told(it, off)).toList());
    return waiting;
  }
}
