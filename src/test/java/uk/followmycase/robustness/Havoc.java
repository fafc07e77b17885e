package uk.followmycase.robustness;

import static org.awaitility.Awaitility.await;

import followmycase.platform.StandingDatabase;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import uk.followmycase.robustness.Carrier.Conduct;

/**
 * Breaks things from outside. The product has no switch for it: where it is hit is decided by the
 * provider that it calls, and by the locks that it waits for.
 */
final class Havoc {

  private static final Duration STRIKES_WITHIN = Duration.ofSeconds(60);

  /** Longer than a lease. */
  private static final Duration SILENT = Duration.ofSeconds(13);

  private static final Duration DOWN = Duration.ofSeconds(3);
  private static final Duration TROUBLED = Duration.ofSeconds(6);

  private final Instances instances;
  private final StandingDatabase database;
  private final Carrier carrier;
  private final Random random;
  private final AtomicBoolean struck = new AtomicBoolean();

  Havoc(Instances instances, StandingDatabase database, Carrier carrier, long seed) {
    this.instances = instances;
    this.database = database;
    this.carrier = carrier;
    this.random = new Random(seed);
  }

  /** Lies in wait: the first calls that come will feel it. */
  void prepare(Fault fault) {
    struck.set(false);
    carrier.behaves(conduct(fault));
  }

  /** Returns when it is over and the provider behaves; whoever was killed is not started yet. */
  void strike(Fault fault) throws InterruptedException {
    switch (fault) {
      case KILLED_AT_RANDOM -> {
        pause(Duration.ofMillis(random.nextInt(800)));
        instances.kill(Instances.NAMES.get(random.nextInt(Instances.NAMES.size())));
      }
      case ALL_KILLED -> {
        awaitFirstCall();
        Instances.NAMES.forEach(instances::kill);
      }
      case DATABASE_KILLED -> databaseDown(database::kill);
      case DATABASE_STOPPED -> databaseDown(database::stop);
      case CUT_OFF -> {
        awaitFirstCall();
        pause(SILENT);
        instances.connect();
      }
      case HALF_OPEN, THROTTLED, FAILING, TROUBLED -> {
        awaitFirstCall();
        pause(TROUBLED);
      }
      default -> awaitFirstCall();
    }
    carrier.behavesWell();
  }

  private void databaseDown(Runnable end) throws InterruptedException {
    awaitFirstCall();
    var from = Instant.now();
    end.run();
    pause(DOWN);
    database.start();
    Instances.NAMES.forEach(name -> instances.blows().heardNothing(name, from));
  }

  private void awaitFirstCall() {
    await().atMost(STRIKES_WITHIN).untilTrue(struck);
  }

  private static void pause(Duration time) throws InterruptedException {
    var unused = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Conduct conduct(Fault fault) {
    return switch (fault) {
      case KILLED_BEFORE_THE_CALL -> once(call -> instances.kill(call.instance()));
      case KILLED_DURING_THE_CALL ->
          once(
              call -> {
                call.take();
                instances.kill(call.instance());
              });
      case KILLED_AFTER_THE_CALL ->
          once(
              call -> {
                Carrier.well(call);
                instances.kill(call.instance());
              });
      case KILLED_BEFORE_THE_MARK -> once(this::killBeforeTheMark);
      case FROZEN -> once(this::freeze);
      case CUT_OFF -> once(this::cutOff);
      case HALF_OPEN -> always(this::keepOpen);
      case THROTTLED -> always(Carried::throttle);
      case FAILING -> always(this::fail);
      case TROUBLED -> always(this::trouble);
      default -> always(Carrier::well);
    };
  }

  /** The first who calls gets it; all others are treated well. */
  private Conduct once(Conduct what) {
    var first = new AtomicBoolean(true);
    return call -> {
      if (first.getAndSet(false)) {
        what.with(call);
        struck.set(true);
      } else {
        Carrier.well(call);
      }
    };
  }

  private Conduct always(Conduct what) {
    return call -> {
      struck.set(true);
      what.with(call);
    };
  }

  /** It has its answer and wants to write that down: then it waits for a lock, and dies. */
  private void killBeforeTheMark(Carried call) throws IOException {
    try (var connection = DriverManager.getConnection(database.address() + "?user=postgres");
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table police.delivery_attempt in share mode");
      Carrier.well(call);
      await()
          .atMost(STRIKES_WITHIN)
          .pollInterval(Duration.ofMillis(5))
          .until(() -> marks(call.instance()));
      instances.kill(call.instance());
      connection.rollback();
    } catch (SQLException failed) {
      throw new IOException(failed);
    }
  }

  private boolean marks(String instance) {
    return database
            .superuser()
            .sql(
                """
                select count(*) from pg_stat_activity where application_name = ? and wait_event_type = 'Lock'
                  and query like '%update police.delivery_attempt a set ended_at%'
                """)
            .param(instance)
            .query(Integer.class)
            .single()
        > 0;
  }

  private void freeze(Carried call) throws IOException {
    call.take();
    instances.freeze(call.instance(), true);
    try {
      pause(SILENT);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      instances.freeze(call.instance(), false);
    }
    call.accept();
  }

  /** It hears the answer, and has nobody to tell. */
  private void cutOff(Carried call) throws IOException {
    instances.cutOff(call.instance());
    Carrier.well(call);
  }

  private void keepOpen(Carried call) throws IOException {
    if (random.nextBoolean()) {
      call.take();
    }
    try {
      pause(Duration.ofMinutes(1));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void fail(Carried call) throws IOException {
    if (random.nextBoolean()) {
      call.take();
      call.fail(502);
    } else {
      call.fail(503);
    }
  }

  /** Whatever it says, it may have taken what it does not clearly refuse. */
  private void trouble(Carried call) throws IOException {
    switch (random.nextInt(6)) {
      case 0 -> call.throttle();
      case 1 -> fail(call);
      case 2 -> call.fail(502);
      case 3 -> {
        call.take();
        call.breakOff();
      }
      case 4 -> call.take();
      default -> Carrier.well(call);
    }
  }
}
