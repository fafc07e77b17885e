package uk.followmycase.delivery.internal;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** How long a provider wants to be left alone. */
final class RetryAfter {

  /** Somebody has to put something right first. */
  static final Duration REPAIR = Duration.ofMinutes(5);

  private static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfter() {}

  static Duration of(AwsServiceException said) {
    return Optional.ofNullable(said.awsErrorDetails())
        .map(details -> details.sdkHttpResponse())
        .flatMap(response -> response.firstMatchingHeader("Retry-After"))
        .map(RetryAfter::of)
        .orElse(Duration.ZERO);
  }

  /** Seconds, as the header has them; anything else asks for no wait. */
  static Duration of(String header) {
    try {
      var asked = Duration.ofSeconds(Math.max(0, Long.parseLong(header.strip())));
      return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    } catch (NumberFormatException noSeconds) {
      return Duration.ZERO;
    }
  }
}
