package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Large batches give way to single notices, and come to their end all the same. */
class RightOfWayTests {

  private final RightOfWay rightOfWay = new RightOfWay();
  private final List<String> order = new CopyOnWriteArrayList<>();

  @Test
  void aBatchBeginsOnceNoSingleNoticeWaits() throws InterruptedException {
    rightOfWay.waits();
    rightOfWay.waits();
    var batch = batch(() -> order.add("batch"));
    await().until(() -> batch.getState() == Thread.State.TIMED_WAITING);
    order.add("one");
    rightOfWay.begins();
    order.add("two");
    rightOfWay.begins();
    batch.join();
    assertThat(order).containsExactly("one", "two", "batch");
  }

  @Test
  void whereNoneWaitsBatchesRunBesideEachOther() throws InterruptedException {
    var both = new CountDownLatch(2);
    var batches = Stream.generate(() -> batch(() -> meet(both))).limit(2).toList();
    for (var batch : batches) {
      batch.join();
    }
    assertThat(order).containsExactly("met", "met");
  }

  @Test
  void whereOneAlwaysWaitsBatchesComeToTheirEndOneAtATime() throws InterruptedException {
    rightOfWay.waits();
    var running = new AtomicInteger();
    var batches = Stream.generate(() -> batch(() -> alone(running))).limit(3).toList();
    for (var batch : batches) {
      batch.join();
    }
    assertThat(order).containsExactly("1", "1", "1");
    rightOfWay.begins();
    rightOfWay.large(() -> order.add("free"));
    assertThat(order).endsWith("free");
  }

  @Test
  void oneThatBreaksHoldsUpNoOther() throws InterruptedException {
    rightOfWay.waits();
    var broken =
        batch(
            () -> {
              throw new IllegalStateException("meant to");
            });
    broken.join();
    batch(() -> order.add("next")).join();
    assertThat(order).containsExactly("next");
  }

  private Thread batch(Runnable transaction) {
    return Thread.ofPlatform()
        .uncaughtExceptionHandler((thread, meant) -> {})
        .start(() -> rightOfWay.large(transaction));
  }

  private void meet(CountDownLatch both) {
    both.countDown();
    try {
      both.await();
      order.add("met");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void alone(AtomicInteger running) {
    order.add(String.valueOf(running.incrementAndGet()));
    Thread.onSpinWait();
    running.decrementAndGet();
  }
}
