package uk.followmycase.delivery.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.followmycase.delivery.internal.Load.Room;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;

/** Leases what is due and starts a round for each force, until it is told to stop. */
final class Dispatcher implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration SELDOM = Duration.ofSeconds(1);

  private final Forces forces;
  private final DueHeads heads;
  private final LostHeads lost;
  private final WorkerIdentity worker;
  private final Brakes brakes;
  private final Round round;
  private final Load load;
  private final Turns turns = new Turns();
  private final Wake wake;
  private final Threads threads;
  private final DeliverySettings settings;

  private volatile boolean stopping;
  private volatile boolean unsettled;
  private boolean failing;
  private long lookedForLost = System.nanoTime();

  Dispatcher(
      Forces forces,
      DueHeads heads,
      LostHeads lost,
      WorkerIdentity worker,
      Brakes brakes,
      Round round,
      Wake wake,
      Threads threads,
      DeliverySettings settings) {
    this.forces = forces;
    this.heads = heads;
    this.lost = lost;
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
      var leases = stopping ? List.<Lease>of() : claim(number);
      leases.stream().collect(Collectors.groupingBy(Work::of)).forEach(this::start);
      failing = false;
      return !leases.isEmpty();
    } catch (Throwable failed) {
      complain(failed);
      unsettled = true;
      return false;
    }
  }

  private List<Lease> claim(long number) {
    var room = load.room();
    var byFull =
        served().collect(Collectors.partitioningBy(force -> room.most() <= 0 || load.full(force)));
    var leases = new ArrayList<Lease>();
    leases.addAll(due(byFull.getOrDefault(false, List.of()), number, room));
    leases.addAll(lost(byFull.getOrDefault(true, List.of()), number));
    return leases;
  }

  private List<Lease> due(List<ForceId> free, long number, Room room) {
    if (free.isEmpty()) {
      return List.of();
    }
    var order = turns.of(free);
    order.computeIfPresent(
        Urgency.BULK,
        (bulk, some) -> some.stream().filter(Predicate.not(load::fullOfBulk)).toList());
    var leases = heads.claim(number, order, room);
    turns.had(leases);
    return leases;
  }

  /** For those that have no room for what is due. */
  private List<Lease> lost(List<ForceId> full, long number) {
    if (full.isEmpty() || System.nanoTime() - lookedForLost < SELDOM.toNanos()) {
      return List.of();
    }
    lookedForLost = System.nanoTime();
    return lost.claim(number, full, settings.batch());
  }

  /** A force that is closed tells nobody anything; what it queued waits or runs out. */
  private Stream<ForceId> served() {
    return forces.all().stream().filter(force -> force.settings().open()).map(Force::id);
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
    threads.of(leases).execute(() -> work(work.force(), leases));
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
