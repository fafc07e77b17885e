package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import uk.followmycase.delivery.SafeHours;

/** Only the demonstration, and only when told to, sends at any hour. */
class DemoHoursTests {

  private static final SafeHours FORCES_NIGHT = (wanted, zone) -> wanted.plusSeconds(1);
  private static final Instant MIDNIGHT = Instant.parse("2026-01-15T00:00:00Z");

  private final ApplicationContextRunner product =
      new ApplicationContextRunner()
          .withBean("hoursOfTheForce", SafeHours.class, () -> FORCES_NIGHT)
          .withUserConfiguration(DemoHours.class);

  @Test
  void theDemonstrationIsAwakeAtEveryHour() {
    product
        .withPropertyValues("spring.profiles.active=demo", DemoHours.SETTING + "=true")
        .run(
            context -> {
              var hours = context.getBean(SafeHours.class);
              assertThat(IntStream.range(0, 24).mapToObj(h -> MIDNIGHT.plusSeconds(h * 3600L)))
                  .allMatch(moment -> hours.next(moment).equals(moment));
            });
  }

  @Test
  void untoldItKeepsTheForcesHours() {
    product
        .withPropertyValues("spring.profiles.active=demo")
        .run(context -> assertThat(context.getBean(SafeHours.class)).isSameAs(FORCES_NIGHT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "demo,production", "default"})
  void nothingElseStartsWithIt(String profiles) {
    product
        .withPropertyValues("spring.profiles.active=" + profiles, DemoHours.SETTING + "=true")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasStackTraceContaining(DemoHours.SETTING + " is for the demo"));
  }
}
