package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.tenancy.ForceId;

/** Who is served first, and that nobody is served twice. */
@DeliveryTest
class ClaimTests {

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired ScriptedProvider provider;

  @BeforeEach
  void clear() {
    post.clear();
    provider.reset();
  }

  @Test
  void codesGoFirst() {
    post.queue(post.one(), post.notices(Kind.INVITATION, "hello", 20));
    var code = post.queued(post.two(), Kind.CODE, "code");
    assertThat(crew.hand().claim(1)).extracting(Lease::notice).containsExactly(code.id());
  }

  @Test
  void aLargeBatchOfOneForceKeepsNoOtherWaiting() {
    post.queue(post.one(), post.notices(Kind.INVITATION, "many", 500));
    var single = post.queued(post.two(), Kind.INVITATION, "single");
    assertThat(crew.hand().claim(10)).hasSize(10).extracting(Lease::notice).contains(single.id());
  }

  @Test
  void aLargeBatchKeepsNoSingleNoticeOfItsForceWaiting() {
    post.queue(post.one(), post.notices(Kind.INVITATION, "many", 500));
    var singles =
        List.of(
            post.queued(post.one(), Kind.INVITATION, "single"),
            post.queued(post.one(), Kind.INVITATION, "single"));
    assertThat(crew.hand().claim(10))
        .extracting(Lease::notice)
        .containsAll(singles.stream().map(Notice::id).toList());
  }

  @Test
  void singleNoticesWithoutEndDoNotStarveALargeBatch() {
    post.queue(post.one(), post.notices(Kind.INVITATION, "many", 100));
    for (var i = 0; i < 30; i++) {
      post.queued(post.one(), Kind.INVITATION, "single");
    }
    var bulk =
        post.list(
            "select notice_id::text from plumbing.outbox_head where class = "
                + Urgency.BULK.ordinal());
    assertThat(crew.hand().claim(20).stream().filter(l -> bulk.contains(l.notice().toString())))
        .hasSize(10);
  }

  @Test
  void largeBatchesOfSeveralForcesLeaveInTurnAHandfulAtATime() {
    post.queue(post.one(), post.notices(Kind.INVITATION, "one", 500));
    post.queue(post.two(), post.notices(Kind.INVITATION, "two", 500));
    var hand = crew.hand();
    var turns = new ArrayList<ForceId>();
    for (var turn = 0; turn < 4; turn++) {
      var leases = hand.claim(50);
      assertThat(leases)
          .hasSize(50)
          .extracting(Lease::force)
          .containsOnly(leases.getFirst().force());
      turns.add(leases.getFirst().force());
    }
    assertThat(turns.subList(0, 2)).containsExactlyInAnyOrder(post.one(), post.two());
    assertThat(turns.subList(2, 4)).isEqualTo(turns.subList(0, 2));
  }

  /** Whoever recalls a notice, or lets one go, must not have to wait for a worker that looks on. */
  @Test
  void nothingIsLockedButWhatIsLeased() {
    post.queue(post.one(), post.notices(Kind.INVITATION, "one", 300));
    post.queued(post.one(), Kind.INVITATION, "single");
    post.queue(post.two(), post.notices(Kind.INVITATION, "two", 300));
    var hand = crew.hand();
    hand.number();
    var free =
        post.in(
            post.one(),
            () -> {
              assertThat(hand.claim(20)).hasSize(20);
              return post.look(
                  "select count(*) from (select from plumbing.outbox_head for update skip locked) x",
                  Integer.class);
            });
    assertThat(free).isEqualTo(601 - 20);
  }

  @Test
  void headsOfAForceThatIsNotServedStayWhereTheyAre() {
    post.asSuperuser(
        """
        insert into plumbing.outbox_head (force_id, notice_id, class, due_at)
        values (9999, gen_random_uuid(), 0, now() - interval '1 hour')
        """);
    assertThat(crew.hand().claim(10)).isEmpty();
  }

  @Test
  void manyWorkersAtOnceNeverLeaseTheSame() throws Exception {
    post.queue(post.one(), post.notices(Kind.INVITATION, "one", 150));
    post.queue(post.two(), post.notices(Kind.INVITATION, "two", 150));
    var claims = new ArrayList<Callable<List<Lease>>>();
    for (var i = 0; i < 6; i++) {
      var hand = crew.hand();
      claims.add(() -> hand.claim(30));
    }
    try (var threads = Executors.newFixedThreadPool(6)) {
      var leased = new ArrayList<UUID>();
      for (var claim : threads.invokeAll(claims)) {
        claim.get().forEach(lease -> leased.add(lease.notice()));
      }
      assertThat(leased).doesNotHaveDuplicates().hasSizeGreaterThan(60);
    }
  }

  @Test
  void twoWorkersShareTheWorkAndSendEverythingOnce() throws Exception {
    for (var force : List.of(post.one(), post.two())) {
      queueInParts(force);
    }
    var one = crew.dispatcher();
    var two = crew.dispatcher();
    try (var threads = Executors.newFixedThreadPool(2)) {
      threads.execute(one);
      threads.execute(two);
      assertThat(post.eventually("HANDED_OVER", 600)).isTrue();
      one.stop();
      two.stop();
    }
    assertThat(provider.texts()).hasSize(600).doesNotHaveDuplicates();
    assertThat(post.heads()).isZero();
    assertThat(post.list("select 1 from police.delivery_attempt where possible_duplicate"))
        .isEmpty();
  }

  private void queueInParts(ForceId force) {
    for (var part = 0; part < 10; part++) {
      post.queue(force, post.notices(Kind.INVITATION, force + " part " + part, 30));
    }
  }
}
