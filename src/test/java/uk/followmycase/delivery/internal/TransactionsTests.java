package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.internal.Transactions.Way;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.keys.Handle;

/** In which order the outbox's transactions come. */
class TransactionsTests {

  private static final ForceId FORCE = new ForceId(1);

  private final Transactions transactions = new Transactions(1);
  private final List<String> order = new CopyOnWriteArrayList<>();

  @Test
  void whatComesBeforeACallGoesBeforeWhatIsWrittenDownAfterOne() throws InterruptedException {
    var way = transactions.of(List.of(lease()));
    var one = new CountDownLatch(1);
    var other = new CountDownLatch(1);
    var busy = List.of(waits(way, one), waits(way, other));
    var after = waiting(() -> way.after(() -> order.add("after")));
    var before = waiting(() -> way.before(() -> order.add("before")));
    one.countDown();
    before.join();
    after.join();
    other.countDown();
    for (var thread : busy) {
      thread.join();
    }
    assertThat(order).containsExactly("began", "began", "before", "after");
  }

  private Thread waits(Way way, CountDownLatch gate) {
    var before = order.size();
    var thread =
        waiting(
            () ->
                way.after(
                    () -> {
                      order.add("began");
                      await().until(() -> gate.getCount() == 0);
                    }));
    await().until(() -> order.size() > before);
    return thread;
  }

  private static Thread waiting(Runnable transaction) {
    var thread = Thread.ofPlatform().start(() -> ForceBinding.run(FORCE, transaction::run));
    await().until(() -> thread.getState() == Thread.State.WAITING);
    return thread;
  }

  private static Lease lease() {
    return new Lease(FORCE, Handle.rowId(), Urgency.PROMPT, Channel.TEXT, 1, 0, false);
  }
}
