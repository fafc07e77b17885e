package uk.followmycase.robustness;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.followmycase.robustness.Ledger.Taken;

/**
 * A contact that is not to be called any more.
 *
 * @param from when the product had said that it knows
 * @param until when it was allowed again; null as long as it is not
 */
record Ban(String contact, Instant from, @Nullable Instant until) {

  /** What was asked about somebody holds for two seconds, and a call lasts no longer than two. */
  static final Duration HEEDED_WITHIN = Duration.ofSeconds(4);

  /** Until further notice. */
  Ban(String contact, Instant from) {
    this(contact, from, null);
  }

  /** The same, over. */
  Ban lifted(Instant at) {
    return until == null ? new Ban(contact, from, at) : this;
  }

  /** Whether a call came though it was not to, by an instance that could have known. */
  boolean brokenBy(Taken taken, Blows blows) {
    return taken.to().equals(contact)
        && taken.at().isAfter(from.plus(HEEDED_WITHIN).plus(blows.still(taken.instance(), from)))
        && (until == null || taken.at().isBefore(until));
  }
}
