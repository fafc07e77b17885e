package uk.followmycase.delivery.internal;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who this instance's worker is. A worker that could not renew in time is dead for good and comes
 * back under another number; what it had under way belongs to whoever takes it over.
 */
final class WorkerIdentity {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerIdentity.class);

  private final WorkerLease rows;
  private final Duration lease;

  private volatile long number;
  private volatile long renewedAt;

  WorkerIdentity(WorkerLease rows, Duration lease) {
    this.rows = rows;
    this.lease = lease;
  }

  /** The number under which to lease. Renews by the time a third of the lease is over. */
  long current() {
    if (number == 0) {
      begin();
    } else if (age().compareTo(lease.dividedBy(3)) > 0) {
      renew();
    }
    return number;
  }

  /** Whether calls may still be made: taken before the database was asked, so never too late. */
  boolean alive() {
    return number != 0 && age().compareTo(lease.multipliedBy(2).dividedBy(3)) < 0;
  }

  void end() {
    if (number != 0) {
      rows.end(number);
      number = 0;
    }
  }

  private void renew() {
    var asked = System.nanoTime();
    if (rows.renew(number, lease)) {
      renewedAt = asked;
    } else {
      LOG.warn("Worker {} could not renew its lease in time", number);
      begin();
    }
  }

  private void begin() {
    var asked = System.nanoTime();
    number = rows.begin(lease);
    renewedAt = asked;
  }

  private Duration age() {
    return Duration.ofNanos(System.nanoTime() - renewedAt);
  }
}
