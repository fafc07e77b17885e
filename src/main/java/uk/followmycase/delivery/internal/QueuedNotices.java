package uk.followmycase.delivery.internal;

import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Notices;
import uk.followmycase.delivery.internal.OutboxHeads.Head;
import uk.followmycase.tenancy.Forces;

/** The near end of the outbox: rows and heads in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class QueuedNotices implements Notices {

  private final NoticeRows rows;
  private final OutboxHeads heads;
  private final Recalls recalls;
  private final Forces forces;
  private final Wake wake;
  private final DeliveryMeters meters;

  QueuedNotices(
      NoticeRows rows,
      OutboxHeads heads,
      Recalls recalls,
      Forces forces,
      Wake wake,
      DeliveryMeters meters) {
    this.rows = rows;
    this.heads = heads;
    this.recalls = recalls;
    this.forces = forces;
    this.wake = wake;
    this.meters = meters;
  }

  @Override
  public void queue(Collection<Notice> notices) {
    if (notices.isEmpty()) {
      return;
    }
    rows.add(notices, forces.current().revision());
    heads.add(notices.stream().map(notice -> head(notice, notices.size())).toList());
    meters.queued(notices);
    wake.afterCommit();
  }

  private static Head head(Notice notice, int batch) {
    return new Head(notice.id(), Urgency.of(notice.kind(), batch), notice.dueAt());
  }

  @Override
  public int recall(Collection<UUID> abouts) {
    return abouts.isEmpty() ? 0 : recalls.recall(abouts);
  }
}
