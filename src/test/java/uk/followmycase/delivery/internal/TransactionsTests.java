package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.internal.Transactions.Way;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.keys.Handle;

/** What the outbox's transactions wait for, and what not. */
class TransactionsTests {

  private static final ForceId FORCE = new ForceId(1);
  private static final int PLACES = 2;
  private static final Duration LONG = Duration.ofSeconds(20);

  private final Transactions transactions = new Transactions(1);
  private final Way way = transactions.of(List.of(lease()));
  private final CountDownLatch gate = new CountDownLatch(1);
  private final List<String> order = new CopyOnWriteArrayList<>();

  @AfterEach
  void letGo() {
    gate.countDown();
  }

  @Test
  void howeverMuchIsToBeWrittenDownWhatComesBeforeACallBegins() throws InterruptedException {
    for (var n = 0; n <= PLACES; n++) {
      begun(() -> way.after(this::stays));
    }
    await().until(() -> order.size() == PLACES);
    assertThat(begun(() -> way.before(() -> order.add("before"))).join(LONG)).isTrue();
    assertThat(order).containsExactly("stays", "stays", "before");
  }

  /** Whatever is not written down is taken to be in the air, and keeps its place. */
  @Test
  void howeverMuchComesBeforeCallsWhatCameOfOneIsWrittenDown() throws InterruptedException {
    for (var n = 0; n <= PLACES; n++) {
      begun(() -> way.before(this::stays));
    }
    await().until(() -> order.size() == PLACES);
    assertThat(begun(() -> way.after(() -> order.add("after"))).join(LONG)).isTrue();
    assertThat(order).containsExactly("stays", "stays", "after");
  }

  private boolean stays() {
    order.add("stays");
    await().until(() -> gate.getCount() == 0);
    return true;
  }

  private Thread begun(Runnable transaction) {
    var thread = Thread.ofPlatform().start(() -> ForceBinding.run(FORCE, transaction::run));
    await().until(() -> thread.getState() == Thread.State.WAITING || !thread.isAlive());
    return thread;
  }

  private static Lease lease() {
    return new Lease(FORCE, Handle.rowId(), Urgency.PROMPT, Channel.TEXT, 1, 0, false);
  }
}
