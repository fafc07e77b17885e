package uk.followmycase.delivery.internal;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.internal.NoticeRows.Move;
import uk.followmycase.delivery.internal.OutboxHeads.Settled;

/** Clears up after a worker that was lost while it held leases. */
@Component
class Takeover {

  private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);

  private final NoticeRows rows;
  private final Attempts attempts;
  private final OutboxHeads heads;
  private final Endings endings;

  Takeover(NoticeRows rows, Attempts attempts, OutboxHeads heads, Endings endings) {
    this.rows = rows;
    this.attempts = attempts;
    this.heads = heads;
    this.endings = endings;
  }

  /** Every attempt of the lost worker is closed as unknown; what may not be repeated ends here. */
  @Transactional
  public void clear(List<Lease> taken) {
    var open = rows.lock(taken).stream().filter(it -> it.state() == DeliveryState.SENDING).toList();
    if (open.isEmpty()) {
      return;
    }
    LOG.warn("A worker was lost with {} attempts of unknown outcome", open.size());
    attempts.loseSight(open.stream().map(LeasedNotice::id).toList());
    var moves = open.stream().map(it -> new Move(it.id(), step(it))).toList();
    rows.move(moves);
    var gone = new ArrayList<Settled>();
    var ended = new ArrayList<Ended>();
    for (var notice : open) {
      var state = step(notice).to();
      if (state.ended()) {
        gone.add(new Settled(notice.lease(), null, notice.lease().tries()));
        ended.add(Ended.of(notice, state, false));
      }
    }
    heads.settle(gone);
    endings.tell(ended);
  }

  private static Step step(LeasedNotice notice) {
    if (notice.kind().neverTwice()) {
      return Step.LOSE_SIGHT;
    }
    return notice.recalled() ? Step.RECALL_LATE : Step.RETRY;
  }
}
