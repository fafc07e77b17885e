package uk.followmycase.cases.webhook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.webhook.TaskEventHeads.Lease;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;

/**
 * Leases what is due and tells it, a few at a time for each force, so that none waits for another.
 */
@Component
class Teller implements SmartLifecycle, Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
  private static final long STOP_SECONDS = 20;

  private final Forces forces;
  private final TaskEventHeads heads;
  private final Telling telling;
  private final WebhookMeters meters;
  private final Wake wake;
  private final WebhookSettings settings;
  private final Map<ForceId, AtomicInteger> underWay = new ConcurrentHashMap<>();
  private volatile boolean running;
  private @Nullable ExecutorService threads;

  Teller(
      Forces forces,
      TaskEventHeads heads,
      Telling telling,
      WebhookMeters meters,
      Wake wake,
      WebhookSettings settings) {
    this.forces = forces;
    this.heads = heads;
    this.telling = telling;
    this.meters = meters;
    this.wake = wake;
    this.settings = settings;
  }

  @Override
  public void start() {
    if (settings.send() && !running) {
      running = true;
      threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("tell-", 0).factory());
      threads.execute(this);
    }
  }

  @Override
  public void run() {
    var failing = false;
    while (running) {
      try {
        meters.look(heads);
        var leased = lease();
        failing = false;
        if (!leased) {
          wake.await(settings.poll());
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failed) {
        if (!failing) {
          LOG.error("What is to be told cannot be read: {}", failed.getClass().getName());
        }
        failing = true;
        pause();
      }
    }
  }

  private void pause() {
    try {
      wake.await(settings.poll());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  private boolean lease() {
    var rooms = rooms();
    var leases = rooms.isEmpty() ? List.<Lease>of() : heads.claim(rooms, settings.lease());
    leases.forEach(this::tell);
    return !leases.isEmpty();
  }

  /** How many calls each force may have more; a force that is closed is told nothing. */
  private Map<ForceId, Integer> rooms() {
    var rooms = new HashMap<ForceId, Integer>();
    for (var force : forces.all()) {
      var room = settings.atOnce() - count(force.id()).get();
      if (told(force) && room > 0) {
        rooms.put(force.id(), room);
      }
    }
    return rooms;
  }

  private static boolean told(Force force) {
    return force.settings().open() && force.settings().taskWebhook() != null;
  }

  private AtomicInteger count(ForceId force) {
    return underWay.computeIfAbsent(force, any -> new AtomicInteger());
  }

  private void tell(Lease lease) {
    var pool = threads;
    if (pool != null) {
      count(lease.force()).incrementAndGet();
      pool.execute(() -> told(lease));
    }
  }

  /** What breaks here is told again when its lease has run out. */
  private void told(Lease lease) {
    try {
      ForceBinding.run(lease.force(), () -> telling.tell(lease));
    } catch (RuntimeException failed) {
      LOG.warn("Telling {} broke off: {}", lease.force(), failed.getClass().getName());
    } finally {
      count(lease.force()).decrementAndGet();
      wake.now();
    }
  }

  @Override
  public void stop() {
    running = false;
    wake.now();
    var pool = threads;
    if (pool != null) {
      pool.shutdown();
      try {
        if (!pool.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
          pool.shutdownNow();
        }
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
        pool.shutdownNow();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
