package uk.followmycase.delivery.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import uk.followmycase.tenancy.ForceBinding;

/**
 * The outbox's way to the database: few transactions at a time, since the pages need the
 * connections too. Large batches have places of their own, so that no single notice queues behind
 * them. They run on threads of the platform, which wait for the database cheaply and keep what
 * sealing needs anew on every virtual thread. The threads go when there is nothing to do.
 */
final class Transactions {

  private static final Duration IDLE = Duration.ofSeconds(10);

  private final Executor single;
  private final Executor bulk;

  Transactions(int places) {
    this.single = pool("outbox-single-", places);
    this.bulk = pool("outbox-bulk-", places);
  }

  private static Executor pool(String name, int places) {
    var pool =
        new ThreadPoolExecutor(
            places,
            places,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name(name, 0).factory());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Those of a round with these heads. */
  Way of(List<Lease> leases) {
    var large = leases.stream().allMatch(lease -> lease.urgency() == Urgency.BULK);
    return new Way(large ? bulk : single);
  }

  /** One round's way. */
  record Way(Executor threads) {

    /** Does one for the bound force, and waits for it whatever happens. */
    <T> T call(Supplier<T> transaction) {
      var force = ForceBinding.current();
      try {
        return CompletableFuture.supplyAsync(
                () -> ForceBinding.call(force, transaction::get), threads)
            .join();
      } catch (CompletionException failed) {
        if (failed.getCause() instanceof Error error) {
          throw error;
        }
        throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
      }
    }

    /** As {@link #call}, for one without a result. */
    void run(Runnable transaction) {
      call(
          () -> {
            transaction.run();
            return Boolean.TRUE;
          });
    }
  }
}
