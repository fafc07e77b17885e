package uk.followmycase.identity.oauth;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings in a new signing key four times a year, and takes out codes that nobody came for. */
@Configuration(proxyBeanMethods = false)
class TokenHousekeeping {

  private static final Duration SIGNS_FOR = Duration.ofDays(90);

  @Bean
  RecurringTask<Void> rotateSigningKey(SigningKeys keys, Clock clock) {
    return Tasks.recurring("rotate-signing-key", FixedDelay.ofHours(6))
        .execute(
            (task, context) -> {
              if (keys.newestSince().plus(SIGNS_FOR).isBefore(clock.instant())) {
                keys.rotate();
              }
            });
  }

  @Bean
  RecurringTask<Void> sweepAuthorizationCodes(StoredCodes codes) {
    return Tasks.recurring("sweep-authorization-codes", FixedDelay.ofMinutes(10))
        .execute((task, context) -> codes.sweep());
  }
}
