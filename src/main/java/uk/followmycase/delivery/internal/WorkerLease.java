package uk.followmycase.delivery.internal;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows by which workers show that they are alive. All times are the database's, so that skewed
 * clocks of instances harm nothing.
 */
@Component
class WorkerLease {

  private final JdbcClient jdbc;

  WorkerLease(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Signs a worker on and forgets those that are long dead. */
  @Transactional
  long begin(Duration lease) {
    jdbc.sql("delete from plumbing.outbox_worker where alive_until < now() - interval '1 hour'")
        .update();
    return jdbc.sql(
            """
            insert into plumbing.outbox_worker (alive_until)
            values (clock_timestamp() + :millis * interval '1 millisecond') returning id
            """)
        .param("millis", lease.toMillis())
        .query(Long.class)
        .single();
  }

  /** Whether the worker was still alive, and now is for longer. A dead one stays dead. */
  @Transactional
  boolean renew(long worker, Duration lease) {
    return jdbc.sql(
                """
                update plumbing.outbox_worker
                set alive_until = clock_timestamp() + :millis * interval '1 millisecond'
                where id = :worker and alive_until > clock_timestamp()
                """)
            .param("millis", lease.toMillis())
            .param("worker", worker)
            .update()
        == 1;
  }

  @Transactional
  void end(long worker) {
    jdbc.sql("delete from plumbing.outbox_worker where id = :worker")
        .param("worker", worker)
        .update();
  }
}
