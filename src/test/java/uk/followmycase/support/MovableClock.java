package uk.followmycase.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A clock that goes with the machine's, and that a test moves on. Never back: rows would rise. */
public final class MovableClock extends Clock {

  private static final ZoneId HERE = ZoneId.of("Europe/London");

  private volatile Duration ahead = Duration.ZERO;

  /** Puts the clock into a context. */
  @TestConfiguration(proxyBeanMethods = false)
  public static class Configuration {

    @Bean
    MovableClock clock() {
      return new MovableClock();
    }
  }

  /** Moves on. */
  public void advance(Duration by) {
    ahead = ahead.plus(by);
  }

  /** Moves on to the next noon of the forces, when notices may leave. */
  public void advanceToNoon() {
    var now = instant().atZone(HERE);
    var noon = now.with(LocalTime.NOON);
    advance(Duration.between(now, noon.isAfter(now) ? noon : noon.plusDays(1)));
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead).truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
