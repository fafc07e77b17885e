package uk.followmycase.delivery;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** When a notice may leave, by the bound force's quiet hours. */
@FunctionalInterface
public interface SafeHours {

  /**
   * The first moment from {@code wanted} on outside of them.
   *
   * @param zone of the wall clock that decides: where the person is; null for the force's own
   */
  Instant next(Instant wanted, @Nullable ZoneId zone);

  /** The same by the force's own wall clock. */
  default Instant next(Instant wanted) {
    return next(wanted, null);
  }
}
