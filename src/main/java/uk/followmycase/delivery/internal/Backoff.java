package uk.followmycase.delivery.internal;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.ExponentialBackOff;

/** How long a failed notice waits: doubled for each try, never in step with the others. */
@Component
class Backoff {

  private final DeliverySettings settings;

  Backoff(DeliverySettings settings) {
    this.settings = settings;
  }

  /** Whether a notice that failed so often is parked. */
  boolean exhausted(int tries) {
    return tries >= settings.tries();
  }

  /** The wait after so many failed tries, at least one. */
  Duration after(int tries) {
    var backOff = new ExponentialBackOff(settings.backOff().toMillis(), 2);
    backOff.setJitter(settings.backOff().toMillis() / 2);
    backOff.setMaxInterval(settings.backOffMost().toMillis());
    var turn = backOff.start();
    for (var skipped = 1; skipped < tries; skipped++) {
      turn.nextBackOff();
    }
    return Duration.ofMillis(turn.nextBackOff());
  }
}
