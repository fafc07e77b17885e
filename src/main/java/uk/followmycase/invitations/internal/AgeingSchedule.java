package uk.followmycase.invitations.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When invitations are looked at. */
@Configuration(proxyBeanMethods = false)
class AgeingSchedule {

  private static final Duration EVERY = Duration.ofSeconds(30);

  @Bean
  RecurringTask<Void> invitationAgeing(DueInvitations due) {
    return Tasks.recurring("invitation-ageing", FixedDelay.of(EVERY))
        .execute((instance, context) -> due.handle());
  }
}
