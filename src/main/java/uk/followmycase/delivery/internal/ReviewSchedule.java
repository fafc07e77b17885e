package uk.followmycase.delivery.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When plans are looked at. */
@Configuration(proxyBeanMethods = false)
class ReviewSchedule {

  private static final Duration EVERY = Duration.ofMinutes(5);

  @Bean
  RecurringTask<Void> planReview(PlanReviews reviews) {
    return Tasks.recurring("plan-review", FixedDelay.of(EVERY))
        .execute((instance, context) -> reviews.handle());
  }
}
