package uk.followmycase.cases.webhook;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.tenancy.ForceBinding;

/** Takes out what nobody will ask for any more. */
@Configuration(proxyBeanMethods = false)
class Housekeeping {

  @Bean
  RecurringTask<Void> sweepTaskEvents(
      TaskEventHeads heads,
      TaskEventRows rows,
      TransactionTemplate transactions,
      WebhookSettings settings,
      Clock clock) {
    return Tasks.recurring("sweep-task-events", FixedDelay.ofHours(1))
        .execute(
            (task, context) ->
                heads
                    .stale(clock.instant().minus(settings.keepParked()))
                    .forEach(
                        lease ->
                            ForceBinding.run(
                                lease.force(),
                                () ->
                                    transactions.executeWithoutResult(
                                        status -> {
                                          heads.forget(lease.force(), lease.id());
                                          rows.delete(lease.id());
                                        }))));
  }
}
