package uk.followmycase.tenancy.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When forces are told of stops that their trails could not take before. */
@Configuration(proxyBeanMethods = false)
class SwitchTrailSchedule {

  private static final Duration EVERY = Duration.ofMinutes(1);

  @Bean
  RecurringTask<Void> untoldStops(SwitchTrail trail) {
    return Tasks.recurring("untold-stops", FixedDelay.of(EVERY))
        .execute((instance, context) -> trail.makeUp());
  }
}
