package uk.followmycase.delivery.internal;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A worker's threads. Those of calls and of large batches are virtual: they take turns on few cores
 * in the order in which they came. The rounds of single notices do not queue behind them: theirs
 * are threads of the platform.
 */
final class Threads {

  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService single =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("outbox-single-", 0).factory());

  ExecutorService calls() {
    return calls;
  }

  /** Those of a round with these heads. */
  ExecutorService of(List<Lease> leases) {
    return Urgency.large(leases) ? calls : single;
  }

  void stop() {
    single.shutdownNow();
    calls.shutdownNow();
  }
}
