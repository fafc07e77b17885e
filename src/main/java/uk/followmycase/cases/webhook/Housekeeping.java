package uk.followmycase.cases.webhook;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes out what nobody will ask for any more. */
@Configuration(proxyBeanMethods = false)
class Housekeeping {

  @Bean
  RecurringTask<Void> sweepTaskEvents(Sweeping sweeping) {
    return Tasks.recurring("sweep-task-events", FixedDelay.ofHours(1))
        .execute((task, context) -> sweeping.sweep());
  }
}
