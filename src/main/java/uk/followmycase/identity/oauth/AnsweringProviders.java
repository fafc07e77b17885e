package uk.followmycase.identity.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Which providers answer at this moment, seen by ourselves before anybody is led away to one. Each
 * is looked at once a minute at most, and nobody waits for a look but who began it.
 */
@Component
class AnsweringProviders {

  private static final Duration SEEN_FOR = Duration.ofMinutes(1);

  private final Map<String, Look> looks = new ConcurrentHashMap<>();
  private final StaffIssuers issuers;
  private final Clock clock;

  AnsweringProviders(StaffIssuers issuers, Clock clock) {
    this.issuers = issuers;
    this.clock = clock;
  }

  private record Look(boolean answered, Instant at) {}

  /** Whether a provider answers. As long as that is not known, it does not. */
  boolean answers(String issuer) {
    var now = clock.instant();
    var last = looks.computeIfAbsent(issuer, unseen -> new Look(false, Instant.MIN));
    var looking = new Look(false, now);
    if (last.at().plus(SEEN_FOR).isAfter(now) || !looks.replace(issuer, last, looking)) {
      return last.answered();
    }
    var seen = new Look(seen(issuer), now);
    return looks.replace(issuer, looking, seen) && seen.answered();
  }

  private boolean seen(String issuer) {
    try {
      issuers.asked(issuer);
      return true;
    } catch (StaffTurnedAway silent) {
      return false;
    }
  }

  /** It said nothing to us about somebody who had just come from it. */
  void failed(String issuer) {
    looks.put(issuer, new Look(false, clock.instant()));
  }
}
