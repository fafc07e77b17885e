package uk.followmycase.delivery.internal;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Single notices go before large batches where both wait for the same machine: a batch begins once
 * no single one waits. It gives way for a moment only, so that all batches come to their end
 * whatever else there is, but then one at a time.
 */
final class RightOfWay {

  private static final Duration MOMENT = Duration.ofMillis(400);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  private int waiting;
  private boolean pushing;

  /** A single one waits. Whoever says so says when it begins. */
  void waits() {
    lock.lock();
    try {
      waiting++;
    } finally {
      lock.unlock();
    }
  }

  /** A single one begins. */
  void begins() {
    lock.lock();
    try {
      waiting--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Does what a large batch asks for, in its turn. */
  void large(Runnable transaction) {
    if (pushes()) {
      try {
        transaction.run();
      } finally {
        pushed();
      }
    } else {
      transaction.run();
    }
  }

  /** Waits until a batch may begin, and answers whether it does so though a single one waits. */
  private boolean pushes() {
    lock.lock();
    try {
      giveWay();
      var pushes = waiting > 0;
      pushing |= pushes;
      return pushes;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void giveWay() throws InterruptedException {
    for (var left = MOMENT.toNanos(); waiting > 0 && (left > 0 || pushing); ) {
      left = left > 0 ? changed.awaitNanos(left) : await();
    }
  }

  private long await() throws InterruptedException {
    changed.await();
    return 0;
  }

  private void pushed() {
    lock.lock();
    try {
      pushing = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
