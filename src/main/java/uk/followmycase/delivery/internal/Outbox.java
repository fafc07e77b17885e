package uk.followmycase.delivery.internal;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The far end of the outbox: runs a worker for as long as the application runs. */
@Component
class Outbox implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  /** How often a lease is renewed before it is over. */
  private static final int BEATS = 8;

  private final WorkerFactory workers;
  private final Lines lines;
  private final DeliverySettings settings;

  private @Nullable Running running;

  Outbox(WorkerFactory workers, Lines lines, DeliverySettings settings) {
    this.workers = workers;
    this.lines = lines;
    this.settings = settings;
  }

  @Override
  public boolean isAutoStartup() {
    return settings.dispatch();
  }

  /** After the web server: what a last request queued is still seen. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public synchronized void start() {
    lines.forget();
    var threads = new Threads();
    var identity = workers.identity();
    var dispatcher = workers.dispatcher(identity, threads);
    var loop = Thread.ofPlatform().name("outbox").start(dispatcher);
    running = new Running(dispatcher, loop, identity, beats(identity), threads);
  }

  private ScheduledExecutorService beats(WorkerIdentity identity) {
    var beats =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("outbox-lease").factory());
    var often = settings.lease().dividedBy(BEATS).toMillis();
    beats.scheduleWithFixedDelay(() -> beat(identity), often, often, TimeUnit.MILLISECONDS);
    return beats;
  }

  /** The dispatcher complains of a database that does not answer. */
  private static void beat(WorkerIdentity identity) {
    try {
      identity.beat();
    } catch (RuntimeException noDatabase) {
      LOG.debug("Not renewed this time");
    }
  }

  /** Leases nothing more, lets calls under way come back, and gives up what is left. */
  @Override
  public synchronized void stop() {
    if (running != null) {
      running.stop(settings.stopWithin());
      running = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return running != null;
  }

  private record Running(
      Dispatcher dispatcher,
      Thread loop,
      WorkerIdentity identity,
      ExecutorService beats,
      Threads threads) {

    void stop(Duration most) {
      dispatcher.stop();
      try {
        if (!loop.join(most)) {
          LOG.warn("Some calls did not come back in time; another worker takes them over");
          loop.interrupt();
        }
        threads.stop();
        beats.shutdownNow();
        identity.end();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException noDatabase) {
        LOG.warn("The worker could not sign off; its lease runs out by itself");
      }
    }
  }
}
