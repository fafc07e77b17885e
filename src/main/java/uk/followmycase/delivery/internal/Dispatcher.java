package uk.followmycase.delivery.internal;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;

/** Leases what is due and starts a round for each force, until it is told to stop. */
final class Dispatcher implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final Forces forces;
  private final DueHeads heads;
  private final WorkerIdentity worker;
  private final Brakes brakes;
  private final Round round;
  private final Load load;
  private final Turns turns = new Turns();
  private final Wake wake;
  private final ExecutorService threads;
  private final DeliverySettings settings;

  private volatile boolean stopping;
  private volatile boolean unsettled;
  private boolean failing;

  Dispatcher(
      Forces forces,
      DueHeads heads,
      WorkerIdentity worker,
      Brakes brakes,
      Round round,
      Wake wake,
      ExecutorService threads,
      DeliverySettings settings) {
    this.forces = forces;
    this.heads = heads;
    this.worker = worker;
    this.brakes = brakes;
    this.round = round;
    this.load = new Load(settings);
    this.wake = wake;
    this.threads = threads;
    this.settings = settings;
  }

  void stop() {
    stopping = true;
    wake.now();
  }

  /** Once told to stop it leases nothing more, but stays alive until nothing is under way. */
  @Override
  public void run() {
    try {
      while (!stopping || load.any()) {
        var leased = lease();
        // Who was idle serves at once; under load, whoever waits a moment finds a batch.
        Thread.sleep(settings.pause());
        if (!leased) {
          wake.await(settings.poll());
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers whether there may be more to lease at once. */
  private boolean lease() {
    try {
      var number = worker.current();
      forsake(number);
      brakes.look();
      var leases = claim(number, stopping ? 0 : load.room());
      leases.stream().collect(Collectors.groupingBy(Work::of)).forEach(this::start);
      failing = false;
      return !leases.isEmpty();
    } catch (Throwable failed) {
      complain(failed);
      unsettled = true;
      return false;
    }
  }

  private List<Lease> claim(long number, int room) {
    var served = served();
    if (room <= 0 || served.isEmpty()) {
      return List.of();
    }
    var leases = heads.claim(number, turns.of(served), room);
    turns.had(leases);
    return leases;
  }

  /** A force that is closed tells nobody anything; what it queued waits or runs out. */
  private List<ForceId> served() {
    return forces.all().stream()
        .filter(force -> force.settings().open())
        .map(Force::id)
        .filter(force -> !load.full(force))
        .toList();
  }

  /** Once, not at every look. */
  private void complain(Throwable failed) {
    if (!failing) {
      LOG.error("The outbox cannot be read: {}", failed.getClass().getName());
      failing = true;
    }
  }

  /** What broke half-way is ours in the database but in nobody's hands. */
  private void forsake(long number) {
    if (unsettled) {
      unsettled = false;
      heads.forsake(number, load.tokens());
    }
  }

  /** One round's: nobody's single notice waits until a large batch is prepared. */
  private record Work(ForceId force, boolean bulk) {

    private static Work of(Lease lease) {
      return new Work(lease.force(), lease.urgency() == Urgency.BULK);
    }
  }

  private void start(Work work, List<Lease> leases) {
    load.add(work.force(), leases);
    threads.execute(() -> work(work.force(), leases));
  }

  private void work(ForceId force, List<Lease> leases) {
    var settled = false;
    try {
      ForceBinding.call(
          force,
          () -> {
            round.run(leases, worker::alive);
            return leases;
          });
      settled = true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failed) {
      LOG.warn("A round of {} broke off: {}", force, failed.getClass().getName());
    } finally {
      load.remove(force, leases);
      if (!settled) {
        unsettled = true;
      }
      wake.now();
    }
  }
}
