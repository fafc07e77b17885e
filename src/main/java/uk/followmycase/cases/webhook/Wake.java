package uk.followmycase.cases.webhook;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes this process's teller. Other processes find what is to be told by looking. */
@Component
class Wake {

  private final Semaphore signals = new Semaphore(0);

  /** When the running transaction has committed. */
  void afterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            now();
          }
        });
  }

  void now() {
    signals.release();
  }

  /** Returns at a signal, or when the time is over. */
  void await(Duration most) throws InterruptedException {
    if (signals.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
      signals.drainPermits();
    }
  }
}
