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
 * connections too. What comes before a call, what is written down after one and large batches have
 * places of their own; batches give way to single notices. All run on threads of the platform,
 * which wait for the database cheaply and keep what sealing needs anew on every virtual thread. The
 * threads go when there is nothing to do.
 */
final class Transactions {

  private static final Duration IDLE = Duration.ofSeconds(10);

  private final Executor before;
  private final Executor after;
  private final Executor bulk;
  private final RightOfWay rightOfWay = new RightOfWay();

  Transactions(int places) {
    this.before = pool("outbox-before-", places + 1);
    this.after = pool("outbox-after-", places + 1);
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
    return Urgency.large(leases) ? new Way(this::large, this::large) : new Way(this::single, after);
  }

  private void large(Runnable transaction) {
    bulk.execute(() -> rightOfWay.large(transaction));
  }

  private void single(Runnable transaction) {
    rightOfWay.waits();
    before.execute(
        () -> {
          rightOfWay.begins();
          transaction.run();
        });
  }

  /** One round's way. */
  record Way(Executor before, Executor after) {

    /** Does one before a call, for the bound force, and waits for it whatever happens. */
    <T> T before(Supplier<T> transaction) {
      return call(transaction, before);
    }

    /** As {@link #before}, for what is written down after a call. */
    <T> T after(Supplier<T> transaction) {
      return call(transaction, after);
    }

    /** As {@link #after}, for one without a result. */
    void after(Runnable transaction) {
      after(
          () -> {
            transaction.run();
            return Boolean.TRUE;
          });
    }

    private static <T> T call(Supplier<T> transaction, Executor threads) {
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
  }
}
