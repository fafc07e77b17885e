package uk.followmycase.invitations.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The code that the force handed over.
 *
 * @param encoded slow digest; null when there is no live code
 * @param tries that were counted against it
 * @param spentAt when tries killed the last one; null again once there is another
 */
record HandedOver(@Nullable String encoded, int tries, @Nullable Instant spentAt) {

  static final int TRIES = 5;
  static final HandedOver NOTHING = new HandedOver(null, 0, null);

  static HandedOver fresh(String encoded) {
    return new HandedOver(encoded, 0, null);
  }

  boolean live() {
    return encoded != null && tries < TRIES;
  }

  HandedOver tried() {
    return new HandedOver(encoded, tries + 1, spentAt);
  }

  HandedOver right() {
    return new HandedOver(encoded, 0, null);
  }

  HandedOver spent(Instant now) {
    return new HandedOver(null, 0, now);
  }
}
