package uk.followmycase.delivery.internal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes this process's dispatcher. Other processes find the work by looking. */
@Component
class Wake {

  private final Semaphore signals = new Semaphore(0);

  /** When the running transaction has committed. */
  void afterCommit() {
    TransactionSynchronizationManager.registerSynchronization(new Signal(this));
  }

  void now() {
    signals.release();
  }

  /** Returns at a signal, or when the time is over; answers whether there was a signal. */
  boolean await(Duration most) throws InterruptedException {
    var signalled = signals.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
    signals.drainPermits();
    return signalled;
  }

  /** A record: however often it is registered in a transaction, it is there once. */
  private record Signal(Wake wake) implements TransactionSynchronization {

    @Override
    public void afterCommit() {
      wake.now();
    }
  }
}
