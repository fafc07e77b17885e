package uk.followmycase.delivery.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Notices.Held;
import uk.followmycase.delivery.internal.NoticeRows.Move;
import uk.followmycase.delivery.internal.OutboxHeads.Settled;

/**
 * What becomes of a notice after a try.
 *
 * @param step null when it stays where it is
 * @param delay null when it is over
 * @param tries that have failed by now
 * @param held what it waits for, as far as it concerns anybody
 * @param followed whether what follows from its end for the person is done
 */
record Decision(
    LeasedNotice notice,
    @Nullable Step step,
    @Nullable Duration delay,
    int tries,
    @Nullable Held held,
    boolean possibleDuplicate,
    boolean followed) {

  static Decision end(LeasedNotice notice, Step step, boolean possibleDuplicate) {
    var tries = notice.lease().tries() + 1;
    return new Decision(notice, step, null, tries, null, possibleDuplicate, false);
  }

  static Decision refuse(LeasedNotice notice, boolean possibleDuplicate, boolean followed) {
    var tries = notice.lease().tries() + 1;
    return new Decision(notice, Step.REFUSE, null, tries, null, possibleDuplicate, followed);
  }

  static Decision retry(LeasedNotice notice, int tries, Duration delay) {
    return new Decision(notice, Step.RETRY, delay, tries, Held.TROUBLE, false, false);
  }

  static Decision delay(LeasedNotice notice, Duration delay) {
    var tries = notice.lease().tries() + 1;
    return new Decision(notice, null, delay, tries, Held.TROUBLE, false, false);
  }

  /** For a reason of our own, of which nobody needs to hear. */
  Decision unheld() {
    return new Decision(notice, step, delay, tries, null, possibleDuplicate, followed);
  }

  Optional<Move> move() {
    return Optional.ofNullable(step).map(taken -> new Move(notice.id(), taken));
  }

  Settled head(Instant now) {
    var again = delay == null ? null : notice.inTime(now.plus(delay));
    return new Settled(notice.lease(), again, tries);
  }

  Optional<Ended> ended() {
    return Optional.ofNullable(step)
        .map(Step::to)
        .filter(DeliveryState::ended)
        .map(state -> Ended.of(notice, state, possibleDuplicate))
        .map(ended -> followed ? ended.andFollowed() : ended);
  }
}
