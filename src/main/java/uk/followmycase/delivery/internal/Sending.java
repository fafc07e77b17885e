package uk.followmycase.delivery.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/** Calls under way in one round. Outcomes are written down together as they come. */
final class Sending {

  private final Function<Parcel, Outcome> call;
  private final Consumer<List<Outcome>> record;
  private final Executor threads;
  private final long gather;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition some = lock.newCondition();
  private final Condition all = lock.newCondition();

  private final Set<UUID> begun = ConcurrentHashMap.newKeySet();

  private List<Outcome> done = new ArrayList<>();
  private int open;

  /**
   * Nothing is under way yet.
   *
   * @param gather how long the first outcome waits for others, to be written down with them
   */
  Sending(
      Function<Parcel, Outcome> call,
      Consumer<List<Outcome>> record,
      Executor threads,
      Duration gather) {
    this.call = call;
    this.record = record;
    this.threads = threads;
    this.gather = gather.toNanos();
  }

  void start(List<Parcel> parcels) {
    lock.lock();
    try {
      open += parcels.size();
    } finally {
      lock.unlock();
    }
    parcels.forEach(parcel -> begun.add(parcel.lease().notice()));
    parcels.forEach(parcel -> threads.execute(() -> add(call.apply(parcel))));
  }

  /** Whether a notice's parcel is or was under way. */
  boolean began(UUID notice) {
    return begun.contains(notice);
  }

  private void add(Outcome outcome) {
    lock.lock();
    try {
      done.add(outcome);
      if (done.size() == 1) {
        some.signal();
      }
      if (done.size() == open) {
        all.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns when every outcome is written down: one slow call does not keep the others open. */
  void finish() throws InterruptedException {
    while (open()) {
      settle(Duration.ofDays(1));
    }
  }

  /** Writes down the next outcomes, if there are any before the time is over. */
  void settle(Duration within) throws InterruptedException {
    var batch = next(within.toNanos());
    if (!batch.isEmpty()) {
      record.accept(batch);
    }
  }

  private boolean open() {
    lock.lock();
    try {
      return open > 0;
    } finally {
      lock.unlock();
    }
  }

  private List<Outcome> next(long within) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      for (var left = within; done.isEmpty() && left > 0; ) {
        left = some.awaitNanos(left);
      }
      if (done.isEmpty()) {
        return List.of();
      }
      var left = gather;
      while (done.size() < open && left > 0) {
        left = all.awaitNanos(left);
      }
      var batch = done;
      done = new ArrayList<>();
      open -= batch.size();
      return batch;
    } finally {
      lock.unlock();
    }
  }
}
