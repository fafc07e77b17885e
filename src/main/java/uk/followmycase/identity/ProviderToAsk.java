package uk.followmycase.identity;

import java.time.Instant;

/**
 * Who is to say anew what somebody may do.
 *
 * @param issuer the provider, as it names itself
 * @param from when its last word has become old
 */
public record ProviderToAsk(String issuer, Instant from) {

  /** Whether it is time. */
  boolean due(Instant now) {
    return !from.isAfter(now);
  }
}
