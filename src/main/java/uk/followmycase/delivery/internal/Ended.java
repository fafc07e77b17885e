package uk.followmycase.delivery.internal;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.events.PeopleNotReached.NotReached;
import uk.followmycase.delivery.events.PeopleNotReached.Why;

/**
 * A notice that came to its end.
 *
 * @param possibleDuplicate whether the person may have got it twice
 * @param followed whether what follows from it for the person is done
 */
record Ended(
    UUID notice,
    UUID about,
    Kind kind,
    @Nullable Recipient recipient,
    Channel channel,
    DeliveryState state,
    boolean possibleDuplicate,
    boolean followed) {

  Ended(
      UUID notice,
      UUID about,
      Kind kind,
      @Nullable Recipient recipient,
      Channel channel,
      DeliveryState state,
      boolean possibleDuplicate) {
    this(notice, about, kind, recipient, channel, state, possibleDuplicate, false);
  }

  Ended andFollowed() {
    return new Ended(notice, about, kind, recipient, channel, state, possibleDuplicate, true);
  }

  /** The person, when this end means that somebody has to tell them another way. */
  Optional<NotReached> notReached() {
    var why = why(state);
    return recipient == null || why == null || followed || !kind.mustReach()
        ? Optional.empty()
        : Optional.of(new NotReached(recipient.caseId(), recipient.personId(), kind, channel, why));
  }

  private static @Nullable Why why(DeliveryState state) {
    return switch (state) {
      case REFUSED, PARKED -> Why.FAILED;
      case EXPIRED -> Why.TOO_LATE;
      case UNSAFE -> Why.NO_SAFE_WAY;
      case WAITING, SENDING, HANDED_OVER, TOLD, UNKNOWN, DROPPED, RECALLED -> null;
    };
  }

  static Ended of(LeasedNotice notice, DeliveryState state, boolean possibleDuplicate) {
    return new Ended(
        notice.id(),
        notice.about(),
        notice.kind(),
        notice.recipient(),
        notice.channel(),
        state,
        possibleDuplicate);
  }
}
