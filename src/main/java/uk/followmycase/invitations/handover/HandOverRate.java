package uk.followmycase.invitations.handover;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How many codes one records system may ask of one instance. Each costs a slow digest, for which
 * everybody who signs in by a force's code waits in the same line. Only registered clients come
 * this far.
 */
@Component
class HandOverRate {

  private static final Bandwidth LIMIT =
      Bandwidth.builder().capacity(30).refillGreedy(2, Duration.ofSeconds(1)).build();

  private final Map<String, Bucket> clients = new ConcurrentHashMap<>();

  /** Counts a call; seconds to wait when it is one too many, else none. */
  long secondsToWait(String client) {
    var probe =
        clients
            .computeIfAbsent(client, any -> Bucket.builder().addLimit(LIMIT).build())
            .tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? 0
        : Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(999).toSeconds();
  }
}
