package uk.followmycase.delivery.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;

/** When what is switched off is looked through for notices whose time is over. */
@Configuration(proxyBeanMethods = false)
class OverdueSchedule {

  private static final Logger LOG = LoggerFactory.getLogger(OverdueSchedule.class);
  private static final Duration EVERY = Duration.ofMinutes(5);

  @Bean
  RecurringTask<Void> overdueLook(Forces forces, Brakes brakes, OverdueNotices notices) {
    return Tasks.recurring("overdue-notices", FixedDelay.of(EVERY))
        .execute((instance, context) -> look(forces, brakes, notices));
  }

  private static void look(Forces forces, Brakes brakes, OverdueNotices notices) {
    var off = brakes.standing();
    forces.all().stream()
        .filter(force -> off.stream().anyMatch(pulled -> pulled.stops(force.id())))
        .forEach(force -> end(force, notices));
  }

  /** One force's trouble is no other's. */
  private static void end(Force force, OverdueNotices notices) {
    try {
      while (ForceBinding.call(force.id(), notices::end)) {
        LOG.info("Many notices of {} are over their time", force.id());
      }
    } catch (RuntimeException failed) {
      LOG.error("Overdue notices of {} stay: {}", force.id(), failed.getClass().getName());
    }
  }
}
