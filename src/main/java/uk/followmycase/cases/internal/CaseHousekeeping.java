package uk.followmycase.cases.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;

/**
 * Forgets kept answers, looks and representatives when their time is over, and keeps tasks tidy.
 */
@Configuration(proxyBeanMethods = false)
class CaseHousekeeping {

  private static final Schedule NIGHT = Schedules.daily(LocalTime.of(3, 20));
  private static final Schedule SOON = Schedules.fixedDelay(Duration.ofMinutes(10));

  @Bean
  RecurringTask<Void> forgetAnsweredCalls(
      AnsweredCalls calls, Forces forces, TransactionTemplate transactions) {
    return every(NIGHT, "forget-answered-calls", calls::forget, forces, transactions);
  }

  @Bean
  RecurringTask<Void> forgetLooks(LookRows looks, Forces forces, TransactionTemplate transactions) {
    return every(NIGHT, "forget-looks", looks::forget, forces, transactions);
  }

  /** Each is ended in a transaction of its own. */
  @Bean
  RecurringTask<Void> endRepresentatives(ExpiredRepresentatives expired, Forces forces) {
    return Tasks.recurring("end-representatives", NIGHT)
        .execute(
            (task, context) ->
                forces.all().forEach(force -> ForceBinding.run(force.id(), expired::end)));
  }

  @Bean
  RecurringTask<Void> bringTasksHome(
      StrayTasks strays, Forces forces, TransactionTemplate transactions) {
    return every(SOON, "bring-tasks-home", strays::bringHome, forces, transactions);
  }

  private static RecurringTask<Void> every(
      Schedule schedule,
      String name,
      Runnable work,
      Forces forces,
      TransactionTemplate transactions) {
    return Tasks.recurring(name, schedule)
        .execute(
            (task, context) ->
                forces
                    .all()
                    .forEach(
                        force ->
                            ForceBinding.run(
                                force.id(),
                                () -> transactions.executeWithoutResult(status -> work.run()))));
  }
}
