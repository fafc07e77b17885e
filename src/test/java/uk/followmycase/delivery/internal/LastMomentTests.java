package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeContactPlans.Source;

/** What changes while a notice is already in a worker's hands. */
@DeliveryTest
class LastMomentTests extends SomebodysPlans {

  @Autowired Crew crew;
  @Autowired Brakes brakes;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void withoutALookAtTheSwitchesNothingLeaves() throws SQLException {
    var parcel = Parcels.text(Parcels.sender("demo", "AForce"), "hello");
    var unknowing = new Brakes(jdbc, transactions);
    try (var other = post.connection();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table plumbing.switched_off");
      assertThat(unknowing.free(parcel)).isFalse();
    }
    assertThat(unknowing.free(parcel)).isTrue();
  }

  /** Welsh and English, say, and the first took long. */
  @Test
  void aSwitchHoldsTheSecondTextOfANoticeToo() {
    var said = new ArrayList<String>();
    provider.asked(
        (parcel, more) ->
            Parts.inTurn(
                List.of("Helo", "Hello"),
                more,
                (number, text) -> {
                  said.add(text);
                  post.asSuperuser("insert into plumbing.switched_off values (0, 'notices')");
                  brakes.look();
                  return Parts.taken("taken");
                }));
    post.queue(force, List.of(notice));
    crew.hand().work();
    assertThat(said).containsExactly("Helo");
    assertThat(
            post.list(
                "select fault || ' ' || n.parts from police.delivery_attempt, police.notice n"))
        .containsExactly("lease-over 1");
  }

  /** A worker still saw the pause, and has not said yet that it looks again tomorrow. */
  @Test
  void anEndOfAPauseIsNotLostWhileAWorkerLooks() throws Exception {
    say(Source.OFFICER, plan(Set.of(Channel.values()), Set.of(), false, true));
    post.queue(force, List.of(notice));
    try (var worker = post.connection();
        var statement = worker.createStatement();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      statement.execute("update plumbing.outbox_head set leased_by = 1");
      worker.setAutoCommit(false);
      statement.execute("select 1 from plumbing.outbox_head for update");
      var ended = threads.submit(() -> say(Source.OFFICER, Plan.NONE));
      await().until(() -> !post.list("select 1 from pg_locks where not granted").isEmpty());
      statement.execute(
          "update plumbing.outbox_head set leased_by = null, due_at = due_at + interval '1 day'");
      worker.commit();
      ended.get();
    }
    crew.hand().work();
    assertThat(provider.ledger()).hasSize(1);
  }
}
