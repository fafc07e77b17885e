package uk.followmycase.cases.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The database takes open tasks with their case to another officer. A task that is being opened in
 * the very moment is not seen by that, and is brought home soon after; nobody waits for a lock. By
 * the way it is noted which are of a unit that no supervisor has named of late.
 */
@Repository
class StrayTasks {

  private static final String BRING_HOME =
      """
      update police.task t set officer = c.collar_number, unit = c.unit, unled = home.unled
      from police.case_file c cross join lateral (
        select c.unit is not null and not exists (select from police.answered_unit u
          where u.force_id = c.force_id and u.unit = c.unit and u.seen_at > :lately) as unled) home
      where c.force_id = t.force_id and c.id = t.case_id and t.ended_at is null
        and (t.officer is distinct from c.collar_number or t.unit is distinct from c.unit or t.unled <> home.unled)
      """;

  /** Nobody who answers for a unit is away for longer without another in their place. */
  private static final Duration OF_LATE = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final Clock clock;

  StrayTasks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void bringHome() {
    jdbc.sql(BRING_HOME).param("lately", Timestamp.from(clock.instant().minus(OF_LATE))).update();
  }
}
