package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Stands at noon until a test moves it, so that a retry is due when the test says so. */
final class StandingClock extends Clock {

  private volatile Instant now = noon();

  private static Instant noon() {
    return Clock.systemUTC()
        .instant()
        .atOffset(ZoneOffset.UTC)
        .with(LocalTime.NOON)
        .truncatedTo(ChronoUnit.SECONDS)
        .toInstant();
  }

  void reset() {
    now = noon();
  }

  void forward(Duration duration) {
    now = now.plus(duration);
  }

  /** To this time of the same day, universal time. */
  void at(String time) {
    now = now.atOffset(ZoneOffset.UTC).with(LocalTime.parse(time)).toInstant();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
