package uk.followmycase.delivery.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import uk.followmycase.tenancy.ForceBinding;

/**
 * The outbox's way to the database: few transactions at a time, since the pages need the
 * connections too. What comes before a call goes before what is written down after one, for which
 * nobody waits. Large batches have places of their own, and give way to single notices. All run on
 * threads of the platform, which wait for the database cheaply and keep what sealing needs anew on
 * every virtual thread. The threads go when there is nothing to do.
 */
final class Transactions {

  private static final Duration IDLE = Duration.ofSeconds(10);

  private final Executor single;
  private final Executor bulk;
  private final RightOfWay rightOfWay = new RightOfWay();
  private final AtomicLong turns = new AtomicLong();

  Transactions(int places) {
    this.single = pool("outbox-single-", places + 1, new PriorityBlockingQueue<>());
    this.bulk = pool("outbox-bulk-", places, new LinkedBlockingQueue<>());
  }

  private static Executor pool(String name, int places, BlockingQueue<Runnable> waiting) {
    var pool =
        new ThreadPoolExecutor(
            places,
            places,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            waiting,
            Thread.ofPlatform().daemon().name(name, 0).factory());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** A single notice's; one after the other of the same kind. */
  private record Turn(boolean after, long number, Runnable transaction)
      implements Runnable, Comparable<Turn> {

    private static final Comparator<Turn> ORDER =
        Comparator.comparing(Turn::after).thenComparingLong(Turn::number);

    @Override
    public int compareTo(Turn other) {
      return ORDER.compare(this, other);
    }

    @Override
    public void run() {
      transaction.run();
    }
  }

  /** Those of a round with these heads. */
  Way of(List<Lease> leases) {
    var large = leases.stream().allMatch(lease -> lease.urgency() == Urgency.BULK);
    return large ? new Way(this::large, this::large) : new Way(this::before, this::after);
  }

  private void large(Runnable transaction) {
    bulk.execute(() -> rightOfWay.large(transaction));
  }

  private void before(Runnable transaction) {
    rightOfWay.waits();
    Runnable begun =
        () -> {
          rightOfWay.begins();
          transaction.run();
        };
    single.execute(new Turn(false, turns.incrementAndGet(), begun));
  }

  private void after(Runnable transaction) {
    single.execute(new Turn(true, turns.incrementAndGet(), transaction));
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
