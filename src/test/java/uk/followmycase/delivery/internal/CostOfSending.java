package uk.followmycase.delivery.internal;

import followmycase.platform.TestDatabase;
import followmycase.platform.TestDatabaseAutoConfiguration.Name;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.internal.Crew.Hand;
import uk.followmycase.delivery.internal.Load.Room;
import uk.followmycase.tenancy.ForceBinding;

/**
 * What it costs to claim notices and to record what came of them, beside the very same SQL driven
 * straight. Every round is rolled back on both sides, so that each finds the same rows; what a
 * commit costs both alike is left out.
 */
@DeliveryTest
@Import(CostOfSending.Recorder.class)
public final class CostOfSending {

  private static final int WAITING = 10_000;
  private static final int BATCH = 100;
  private static final Room ROOM = new Room(BATCH, BATCH);
  private static final int WARMING = 400;
  private static final int ROUNDS = 300;

  @Autowired private Post post;
  @Autowired private Crew crew;
  @Autowired private Recording recording;
  @Autowired private DueHeads heads;
  @Autowired private TransactionTemplate transactions;
  @Autowired private Tape tape;
  @Autowired private Name database;

  /** Brings the tape along. */
  static final class Recorder {
    @Bean
    static Tape tape() {
      return new Tape();
    }
  }

  /**
   * Milliseconds of a batch, in the middle of all rounds.
   *
   * @param statements that one batch takes in all
   */
  public record Cost(
      double claim, double straightClaim, double record, double straightRecord, int statements) {

    /** Of both together. */
    public double ratio() {
      return (claim + record) / (straightClaim + straightRecord);
    }

    /** What was measured. */
    public String name() {
      return "claiming and recording %d notices, %d statements, against straight SQL"
          .formatted(BATCH, statements);
    }

    /** What was found. */
    public String told() {
      return "%.2f (claim %.1f / %.1f ms, record %.1f / %.1f ms)"
          .formatted(ratio(), claim, straightClaim, record, straightRecord);
    }
  }

  /** Measures on a database of its own. */
  public static Cost measured() throws Exception {
    var measuring = new CostOfSending();
    new TestContextManager(CostOfSending.class).prepareTestInstance(measuring);
    return measuring.measure();
  }

  private Cost measure() throws Exception {
    post.clear();
    for (var n = 0; n < WAITING; n += 1_000) {
      post.queue(post.one(), post.notices(Kind.UPDATE, "hello", 1_000));
    }
    post.asSuperuser("vacuum analyze");
    var hand = crew.hand();
    var turns = new Turns().of(List.of(post.one()));
    var number = hand.number();
    var claim = compared(hand, rolledBack(() -> heads.claim(number, turns, ROOM)));
    var parcels = hand.prepareAndBeLost(heads.claim(number, turns, ROOM));
    var outcomes =
        parcels.stream().map(it -> new Outcome(it, ScriptedProvider.accept(it))).toList();
    if (outcomes.size() != BATCH) {
      throw new IllegalStateException("Prepared " + outcomes.size());
    }
    var record = compared(hand, rolledBack(() -> recording.record(outcomes)));
    return new Cost(
        claim.ours(),
        claim.straight(),
        record.ours(),
        record.straight(),
        claim.statements() + record.statements());
  }

  private Runnable rolledBack(Runnable work) {
    return () ->
        ForceBinding.run(
            post.one(),
            () ->
                transactions.executeWithoutResult(
                    status -> {
                      work.run();
                      status.setRollbackOnly();
                    }));
  }

  /** Milliseconds of each. */
  private record Compared(double ours, double straight, int statements) {}

  private Compared compared(Hand hand, Runnable ours) throws Exception {
    var script = tape.of(ours);
    try (var connection =
        DriverManager.getConnection(
            TestDatabase.url(database.value(), "portal_app")
                + "&prepareThreshold=1&options=-c%20enable_seqscan=off")) {
      connection.setAutoCommit(false);
      var prepared = new HashMap<String, PreparedStatement>();
      turns(hand, ours, script, connection, prepared, WARMING);
      var times = turns(hand, ours, script, connection, prepared, ROUNDS);
      return new Compared(middle(times.ours()), middle(times.straight()), script.size());
    }
  }

  private record Times(List<Double> ours, List<Double> straight) {}

  /** One after the other, so that whatever else the machine does falls on both. */
  private Times turns(
      Hand hand,
      Runnable ours,
      Tape.Script script,
      Connection connection,
      Map<String, PreparedStatement> prepared,
      int rounds)
      throws Exception {
    var times = new Times(new ArrayList<>(), new ArrayList<>());
    for (var n = 0; n < rounds; n++) {
      // Keeps its lease, which a turn that is rolled back could not.
      var unused = hand.number();
      if (n % 50 == 0) {
        post.asSuperuser("vacuum plumbing.outbox_head, police.notice, police.delivery_attempt");
      }
      times.ours().add(millis(ours::run));
      times
          .straight()
          .add(
              millis(
                  () -> {
                    script.run(connection, prepared);
                    connection.rollback();
                  }));
    }
    return times;
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double millis(Work work) throws Exception {
    var begun = System.nanoTime();
    work.run();
    return (System.nanoTime() - begun) / 1e6;
  }

  private static double middle(List<Double> times) {
    var sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
