package uk.followmycase.delivery.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Recipient;

/**
 * A notice that came to its end.
 *
 * @param possibleDuplicate whether the person may have got it twice
 */
record Ended(
    UUID notice,
    UUID about,
    Kind kind,
    @Nullable Recipient recipient,
    Channel channel,
    DeliveryState state,
    boolean possibleDuplicate) {

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
