package uk.followmycase.identity.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a provider's word about somebody is good.
 *
 * @param askAgainAfter from then on the next page leads past the provider, which says it anew;
 *     after twice that, nothing is done any more on its old word
 */
@ConfigurationProperties("followmycase.staff")
record StaffSettings(@DefaultValue("15m") Duration askAgainAfter) {

  private static final Duration LEAST = Duration.ofMinutes(1);
  private static final Duration MOST = SessionLimits.ABSOLUTE_STAFF.dividedBy(2);

  StaffSettings {
    if (askAgainAfter.compareTo(LEAST) < 0 || askAgainAfter.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "followmycase.staff.ask-again-after is one minute at least and five hours at most");
    }
  }
}
