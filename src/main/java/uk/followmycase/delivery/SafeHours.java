package uk.followmycase.delivery;

import java.time.Instant;

/** When a notice may leave, by the bound force's wall clock. */
public interface SafeHours {

  /** The first moment from {@code wanted} on that lies outside the force's quiet hours. */
  Instant next(Instant wanted);

  /** Whether a notice may leave at this moment. */
  default boolean open(Instant moment) {
    return next(moment).equals(moment);
  }
}
