package uk.followmycase.audit.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the trail's months made ahead of time: before the first entry of a start, and nightly. */
@Configuration(proxyBeanMethods = false)
class AuditMonths implements InitializingBean {

  private static final Logger LOG = LoggerFactory.getLogger(AuditMonths.class);
  private static final int AHEAD = 3;
  private static final LocalTime AT_NIGHT = LocalTime.of(2, 15);

  private final JdbcClient jdbc;
  private final Clock clock;

  AuditMonths(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Bean
  RecurringTask<Void> auditMonthsAhead() {
    return Tasks.recurring("audit-months", Schedules.daily(ZoneOffset.UTC, AT_NIGHT))
        .execute((instance, context) -> makeAhead());
  }

  @Override
  public void afterPropertiesSet() {
    makeAhead();
  }

  void makeAhead() {
    var leftOut =
        jdbc.sql("select plumbing.make_audit_months(?, ?)")
            .params(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), AHEAD)
            .query(Integer.class)
            .single();
    if (leftOut > 0) {
      LOG.warn(
          "{} months of the audit trail stay in its net partition: their rows came before they were"
              + " made",
          leftOut);
    }
  }
}
