package uk.followmycase.delivery.internal;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Clears up after a worker that was lost while it held leases. */
@Component
class Takeover {

  private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);

  private final NoticeRows rows;
  private final Attempts attempts;
  private final Settling settling;
  private final Backoff backoff;

  Takeover(NoticeRows rows, Attempts attempts, Settling settling, Backoff backoff) {
    this.rows = rows;
    this.attempts = attempts;
    this.settling = settling;
    this.backoff = backoff;
  }

  /**
   * Every attempt of the lost worker is closed as unknown; what may not be repeated ends here. The
   * rest is leased anew. It may be what the worker was lost of: each loss counts as a try, and from
   * the second on it waits, so that it takes no others with it again.
   */
  @Transactional
  public void clear(List<Lease> taken) {
    var locked = rows.lock(taken);
    var open = locked.stream().filter(Takeover::open).map(LeasedNotice::id).toList();
    if (!open.isEmpty()) {
      LOG.warn("A worker was lost with {} attempts of unknown outcome", open.size());
      attempts.loseSight(open);
    }
    settling.settle(locked.stream().map(this::decide).toList());
  }

  private static boolean open(LeasedNotice notice) {
    return notice.state() == DeliveryState.SENDING;
  }

  private Decision decide(LeasedNotice notice) {
    var tries = notice.lease().tries() + 1;
    var exhausted = backoff.exhausted(tries);
    if (!open(notice)) {
      return exhausted
          ? Decision.end(notice, Step.GIVE_UP_WRITING, notice.doubtful())
          : again(Decision.delay(notice, wait(tries)));
    }
    if (notice.kind().neverTwice()) {
      return Decision.end(notice, Step.LOSE_SIGHT, false);
    }
    if (notice.recalled()) {
      return Decision.end(notice, Step.RECALL_LATE, false);
    }
    return exhausted
        ? Decision.end(notice, Step.GIVE_UP, true)
        : again(Decision.retry(notice, tries, wait(tries)));
  }

  private static Decision again(Decision decision) {
    return decision.tries() > 1 ? decision : decision.unheld();
  }

  private Duration wait(int tries) {
    return tries > 1 ? backoff.after(tries) : Duration.ZERO;
  }
}
