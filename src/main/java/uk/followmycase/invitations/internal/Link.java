package uk.followmycase.invitations.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Channel;

/**
 * The link and its life.
 *
 * @param channel by which it goes; the code of a standard proof goes by the other
 * @param digest of the token that is good now; null when none is out
 * @param sentAt when the last one left
 * @param expiresAt its end; of a link that never leaves, too
 */
record Link(
    Channel channel, byte @Nullable [] digest, @Nullable Instant sentAt, Instant expiresAt) {

  boolean good(Instant now) {
    return digest != null && now.isBefore(expiresAt);
  }

  Link sent(byte[] fresh, Instant now, Instant end) {
    return new Link(channel, fresh, now, end);
  }

  Link dead() {
    return new Link(channel, null, sentAt, expiresAt);
  }
}
