package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.events.NoticesSettled;
import uk.followmycase.delivery.events.NoticesSettled.Ending;
import uk.followmycase.delivery.events.NoticesSettled.Settled;
import uk.followmycase.tenancy.ForceBinding;

/** The module's own worker, from the queue to the end of a notice. */
@DeliveryTest
class OutboxTests {

  @Autowired Post post;
  @Autowired Outbox outbox;
  @Autowired ScriptedProvider provider;

  @BeforeEach
  void start() {
    post.clear();
    provider.reset();
    outbox.start();
  }

  @AfterEach
  void stop() {
    outbox.stop();
  }

  @Test
  void whatIsQueuedIsHandedOverAndTold(Scenario scenario) {
    var notice = post.notice(Kind.INVITATION, "hello");
    var end = new Settled(notice.id(), notice.about(), Kind.INVITATION, Ending.HANDED_OVER);
    ForceBinding.run(
        post.one(),
        () ->
            scenario
                .stimulate(() -> post.queue(post.one(), List.of(notice)))
                .andWaitForEventOfType(NoticesSettled.class)
                .matching(event -> event.force().equals(post.one()))
                .toArriveAndVerify(event -> assertThat(event.notices()).containsExactly(end)));
  }

  @Test
  void theDatabaseMayGoAwayDuringACall(Scenario scenario) {
    var cut = new AtomicBoolean();
    provider.answers(
        parcel -> {
          if (cut.compareAndSet(false, true)) {
            post.cutConnections();
          }
          return ScriptedProvider.accept(parcel);
        });
    var notice = post.queued(post.one(), Kind.CODE, "hello");
    scenario
        .stimulate(() -> {})
        .andWaitForStateChange(() -> post.state(notice), "HANDED_OVER"::equals)
        .andVerify(state -> assertThat(post.attempts(notice)).containsExactly("ACCEPTED"));
    assertThat(provider.ledger()).hasSize(1);
  }

  @Test
  void aStopWaitsForCallsUnderWay() throws InterruptedException {
    var called = new CountDownLatch(1);
    provider.answers(
        parcel -> {
          called.countDown();
          assertThat(post.eventually("SENDING", 1)).isTrue();
          return ScriptedProvider.accept(parcel);
        });
    var notice = post.queued(post.one(), Kind.CODE, "hello");
    called.await();
    outbox.stop();
    assertThat(post.state(notice)).isEqualTo("HANDED_OVER");
    assertThat(post.list("select 1 from plumbing.outbox_worker")).isEmpty();
    assertThat(outbox.isRunning()).isFalse();
  }

  @Test
  void nothingIsSentOnceStopped() {
    outbox.stop();
    Notice notice = post.queued(post.one(), Kind.INVITATION, "hello");
    assertThat(post.state(notice)).isEqualTo("WAITING");
    outbox.start();
    assertThat(post.eventually("HANDED_OVER", 1)).isTrue();
  }
}
