package uk.followmycase.cases.intake;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Each records system's share of this instance. Only registered clients come this far. */
@Component
class Limits {

  private static final Duration WHILE_STREAMING = Duration.ofSeconds(10);

  private final IntakeSettings settings;
  private final Map<String, Bucket> calls = new ConcurrentHashMap<>();
  private final Map<String, Semaphore> streams = new ConcurrentHashMap<>();

  Limits(IntakeSettings settings) {
    this.settings = settings;
  }

  /** Counts a single call, or refuses it. */
  void call(String client) {
    var probe = calls.computeIfAbsent(client, any -> bucket()).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Refusal.later(
          Problem.TOO_MANY_REQUESTS, Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  /** Runs a stream, or refuses it when the client has its share already. */
  void stream(String client, Runnable work) {
    var share = streams.computeIfAbsent(client, any -> new Semaphore(settings.streams()));
    if (!share.tryAcquire()) {
      throw Refusal.later(Problem.TOO_MANY_REQUESTS, WHILE_STREAMING);
    }
    try {
      work.run();
    } finally {
      share.release();
    }
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(settings.burst())
                .refillGreedy(settings.callsPerSecond(), Duration.ofSeconds(1))
                .build())
        .build();
  }
}
