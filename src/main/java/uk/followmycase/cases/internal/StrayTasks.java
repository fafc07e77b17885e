package uk.followmycase.cases.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The database takes open tasks with their case to another officer. A task that is being opened in
 * the very moment is not seen by that, and is brought home soon after; nobody waits for a lock.
 */
@Repository
class StrayTasks {

  private static final String BRING_HOME =
      """
      update police.task t set officer = c.collar_number, unit = c.unit
      from police.case_file c
      where c.force_id = t.force_id and c.id = t.case_id and t.ended_at is null
        and (t.officer is distinct from c.collar_number or t.unit is distinct from c.unit)
      """;

  private final JdbcClient jdbc;

  StrayTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void bringHome() {
    jdbc.sql(BRING_HOME).update();
  }
}
