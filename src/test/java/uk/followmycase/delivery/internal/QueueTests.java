package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import uk.followmycase.delivery.Notices;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.support.StatementCount;
import uk.followmycase.tenancy.ForceBinding;

/** The near end of the outbox. */
@DeliveryTest
class QueueTests {

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired Notices notices;
  @Autowired Wake wake;
  @Autowired ScriptedProvider provider;
  @Autowired StatementCount statements;

  @BeforeEach
  void clear() throws InterruptedException {
    post.clear();
    provider.reset();
    wake.await(Duration.ZERO);
  }

  @Test
  void queueingIsPartOfTheCallersTransaction() throws InterruptedException {
    var some = post.notices(Kind.INVITATION, "hello", 3);
    assertThatThrownBy(() -> ForceBinding.run(post.one(), () -> notices.queue(some)))
        .isInstanceOf(IllegalTransactionStateException.class);
    assertThatThrownBy(
            () ->
                post.in(
                    post.one(),
                    () -> {
                      notices.queue(some);
                      throw new IllegalStateException("the caller fails");
                    }))
        .hasMessage("the caller fails");
    assertThat(post.heads()).isZero();
    assertThat(wake.await(Duration.ZERO)).isFalse();
  }

  @Test
  void theWorkerIsWokenOnceTheTransactionHasCommitted() throws InterruptedException {
    post.queue(post.one(), post.notices(Kind.INVITATION, "hello", 3));
    assertThat(wake.await(Duration.ZERO)).isTrue();
    assertThat(wake.await(Duration.ZERO)).isFalse();
  }

  @Test
  void whatWaitsIsTakenBackAndErased() {
    var notice = post.queued(post.one(), Kind.INVITATION, "hello");
    var other = post.queued(post.one(), Kind.INVITATION, "other");
    assertThat(post.recall(post.one(), notice.about())).isEqualTo(1);
    assertThat(post.recall(post.one(), notice.about())).isZero();
    crew.hand().work();
    assertThat(provider.texts()).containsExactly("other");
    assertThat(post.state(notice)).isEqualTo("RECALLED");
    assertThat(post.state(other)).isEqualTo("HANDED_OVER");
    assertThat(post.list("select detail from police.audit_entry where action = 'NOTICE_RECALLED'"))
        .contains("invitation text recalled");
  }

  @Test
  void whatIsAtTheProviderIsNotTriedAgainOnceTakenBack() {
    var notice = post.queued(post.one(), Kind.INVITATION, "hello");
    provider.answers(
        parcel -> {
          assertThat(post.recall(post.one(), notice.about())).isZero();
          return ScriptedProvider.postpone();
        });
    crew.hand().work();
    assertThat(post.state(notice)).isEqualTo("RECALLED");
    assertThat(post.heads()).isZero();
  }

  @Test
  void noForceTakesBackWhatAnotherQueued() {
    var notice = post.queued(post.one(), Kind.INVITATION, "hello");
    assertThat(post.recall(post.two(), notice.about())).isZero();
    assertThat(post.state(notice)).isEqualTo("WAITING");
  }

  @Test
  void statementsDoNotGrowWithTheBatch() {
    assertThat(queueing(200)).isEqualTo(queueing(1)).isLessThanOrEqualTo(4);
    post.clear();
    assertThat(fewestSending(100)).isEqualTo(fewestSending(1));
  }

  /** Of three, as housekeeping by the clock may fall into one. */
  private int fewestSending(int count) {
    return IntStream.range(0, 3).map(round -> sending(count)).min().orElseThrow();
  }

  private int queueing(int count) {
    var some = post.notices(Kind.INVITATION, "hello", count);
    return statements.of(() -> post.queue(post.one(), some));
  }

  /** All outcomes come at once, so that they are written down at once. */
  private int sending(int count) {
    post.queue(post.one(), post.notices(Kind.INVITATION, "hello", count));
    var leases = crew.hand().claim(1000);
    var hand = crew.hand();
    return statements.of(() -> hand.record(hand.prepareAndBeLost(leases)));
  }
}
