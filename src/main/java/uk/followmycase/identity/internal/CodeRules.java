package uk.followmycase.identity.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.followmycase.identity.OneTimeCodes.Sent;

/** Limits of codes that we send. 8 digits, five tries: one guess in twenty million. */
final class CodeRules {

  static final Duration LIVES = Duration.ofMinutes(10);
  static final int TRIES = 5;
  static final int A_DAY = 5;

  /** Between the first code and the second, the second and the third, and so on. */
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(3),
          Duration.ofMinutes(10));

  private static final int CODES = 100_000_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private CodeRules() {}

  static String fresh() {
    var digits = Integer.toString(CODES + RANDOM.nextInt(CODES));
    return digits.substring(1);
  }

  /** As people typed it, without the spaces that they may keep. */
  static String typed(String code) {
    return code.length() > 40 ? "" : code.replaceAll("[\\s-]", "");
  }

  /**
   * What stands in the way of one more code; null for nothing.
   *
   * @param sentToday how many went out already
   * @param last when the last did
   */
  static @Nullable Sent hindrance(int sentToday, @Nullable Instant last, Instant now) {
    if (sentToday >= A_DAY) {
      return new Sent.Tomorrow();
    }
    if (sentToday == 0 || last == null) {
      return null;
    }
    var ready = last.plus(WAITS.get(sentToday - 1));
    return ready.isAfter(now)
        ? new Sent.Wait(
            Duration.between(now, ready).plusMillis(999).truncatedTo(ChronoUnit.SECONDS))
        : null;
  }

  static java.time.LocalDate today(Instant now, ZoneId zone) {
    return now.atZone(zone).toLocalDate();
  }
}
