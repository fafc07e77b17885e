package uk.followmycase.cases.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;

/** Forgets kept answers, looks and representatives when their time is over. */
@Configuration(proxyBeanMethods = false)
class CaseHousekeeping {

  private static final LocalTime AT_NIGHT = LocalTime.of(3, 20);

  @Bean
  RecurringTask<Void> forgetAnsweredCalls(
      AnsweredCalls calls, Forces forces, TransactionTemplate transactions) {
    return nightly("forget-answered-calls", calls::forget, forces, transactions);
  }

  @Bean
  RecurringTask<Void> forgetLooks(LookRows looks, Forces forces, TransactionTemplate transactions) {
    return nightly("forget-looks", looks::forget, forces, transactions);
  }

  /** Each is ended in a transaction of its own. */
  @Bean
  RecurringTask<Void> endRepresentatives(ExpiredRepresentatives expired, Forces forces) {
    return Tasks.recurring("end-representatives", Schedules.daily(AT_NIGHT))
        .execute(
            (task, context) ->
                forces.all().forEach(force -> ForceBinding.run(force.id(), expired::end)));
  }

  private static RecurringTask<Void> nightly(
      String name, Runnable work, Forces forces, TransactionTemplate transactions) {
    return Tasks.recurring(name, Schedules.daily(AT_NIGHT))
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
