package uk.followmycase.identity.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes out of the tables what has had its day; whether it still counts is never left to this. */
@Configuration(proxyBeanMethods = false)
class Sweeping {

  @Bean
  RecurringTask<Void> sweepIdentity(
      SessionRows sessions,
      Tickets tickets,
      Attempts attempts,
      CodeRows codes,
      SignInLimits limits,
      KnownPlaces places,
      NationalVisits national,
      NationalExclusions exclusions,
      Clock clock) {
    return Tasks.recurring("sweep-identity", FixedDelay.ofMinutes(10))
        .execute(
            (task, context) -> {
              sessions.sweep(clock.instant());
              tickets.sweep();
              attempts.sweep();
              codes.sweep();
              limits.sweep();
              places.sweep();
              national.sweep();
              exclusions.sweep();
            });
  }
}
