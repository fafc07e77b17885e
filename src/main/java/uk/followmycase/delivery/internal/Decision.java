package uk.followmycase.delivery.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.internal.NoticeRows.Move;
import uk.followmycase.delivery.internal.OutboxHeads.Settled;

/**
 * What becomes of a notice after a try.
 *
 * @param step null when it stays where it is
 * @param delay null when it is over
 * @param tries that have failed by now
 */
record Decision(
    LeasedNotice notice,
    @Nullable Step step,
    @Nullable Duration delay,
    int tries,
    boolean possibleDuplicate) {

  static Decision end(LeasedNotice notice, Step step, boolean possibleDuplicate) {
    return new Decision(notice, step, null, notice.lease().tries() + 1, possibleDuplicate);
  }

  static Decision retry(LeasedNotice notice, int tries, Duration delay) {
    return new Decision(notice, Step.RETRY, delay, tries, false);
  }

  static Decision delay(LeasedNotice notice, Duration delay) {
    return new Decision(notice, null, delay, notice.lease().tries() + 1, false);
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
        .map(state -> Ended.of(notice, state, possibleDuplicate));
  }
}
