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

  /**
   * Renews. Done apart from whatever the worker does, so that neither a slow look at the queue nor
   * a connection that has fallen silent makes others take over what is in good hands.
   */
  void beat() {
    var mine = number;
    var asked = System.nanoTime();
    if (mine != 0 && rows.renew(mine, lease)) {
      renewed(mine, asked);
    }
  }

  /** The number under which to lease. Renews where nobody did for a third of the lease. */
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
      renewed(number, asked);
    } else {
      LOG.warn("Worker {} could not renew its lease in time", number);
      begin();
    }
  }

  private synchronized void renewed(long which, long asked) {
    if (which == number && asked - renewedAt > 0) {
      renewedAt = asked;
    }
  }

  private void begin() {
    var asked = System.nanoTime();
    var begun = rows.begin(lease);
    synchronized (this) {
      number = begun;
      renewedAt = asked;
    }
  }

  private Duration age() {
    return Duration.ofNanos(System.nanoTime() - renewedAt);
  }
}
