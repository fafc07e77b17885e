package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.tenancy.ForceBinding;

/** A worker is lost, another takes over, and the lost one comes back too late. */
@DeliveryTest
@ExtendWith(OutputCaptureExtension.class)
class TakeoverTests {

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired ScriptedProvider provider;
  @Autowired Recording recording;
  @Autowired WorkerLease workers;
  @Autowired DueHeads heads;
  @Autowired DeliverySettings settings;
  @Autowired JdbcClient jdbc;
  @Autowired StandingClock clock;
  @Autowired Outbox outbox;

  @BeforeEach
  void clear() {
    post.clear();
    provider.reset();
  }

  @Test
  void aLivingWorkerKeepsWhatItLeased() {
    post.queued(post.one(), Kind.INVITATION, "hello");
    assertThat(crew.hand().claim(10)).hasSize(1);
    assertThat(crew.hand().claim(10)).isEmpty();
  }

  @Test
  void aNoticeOfUnknownOutcomeIsSentAgainAndMarked() {
    var notice = post.queued(post.one(), Kind.INVITATION, "hello");
    var lost = crew.hand();
    lost.prepareAndBeLost(lost.claim(10));
    leasesRunOut();
    assertThat(crew.hand().work()).singleElement().matches(Lease::takenOver);
    crew.hand().work();
    assertThat(post.attempts(notice)).containsExactly("UNKNOWN", "ACCEPTED dup");
    assertThat(provider.ledger()).singleElement().matches(Parcel::possibleDuplicate);
    assertThat(post.list("select detail from police.audit_entry where action = 'NOTICE_SENT'"))
        .contains("invitation text handed-over possible-duplicate");
  }

  @Test
  void aCodeOfUnknownOutcomeIsNotSentAgain() {
    var code = post.queued(post.one(), Kind.CODE, "hello");
    var lost = crew.hand();
    lost.prepareAndBeLost(lost.claim(10));
    leasesRunOut();
    crew.hand().work();
    crew.hand().work();
    assertThat(provider.ledger()).isEmpty();
    assertThat(post.state(code)).isEqualTo("UNKNOWN");
    assertThat(post.attempts(code)).containsExactly("UNKNOWN");
    assertThat(post.heads()).isZero();
  }

  @Test
  void whatWasOnlyLeasedIsSentUnmarked() {
    var notice = post.queued(post.one(), Kind.CODE, "hello");
    crew.hand().claim(10);
    leasesRunOut();
    crew.hand().work();
    crew.hand().work();
    assertThat(post.attempts(notice)).containsExactly("ACCEPTED");
  }

  /** Whether it kills whoever calls with it, or whoever only writes its words. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatEveryWorkerIsLostWithIsParkedAndHeldAgainstNobodyElse(
      boolean called, CapturedOutput output) {
    var poison = post.queued(post.one(), Kind.INVITATION, "poison");
    for (var loss = 1; loss <= settings.tries(); loss++) {
      var lost = crew.hand();
      var leases = lost.claim(10);
      assertThat(leases).as("loss %d", loss).hasSize(1);
      if (called) {
        lost.prepareAndBeLost(leases);
      }
      leasesRunOut();
      crew.hand().work();
      clock.forward(Duration.ofMinutes(1));
    }
    assertThat(post.state(poison)).isEqualTo("PARKED");
    assertThat(post.heads()).isZero();
    assertThat(output).contains("failed too often and is parked");
    assertThat(post.list("select 1 from police.notice where held is not null")).isEmpty();
  }

  @Test
  void whatIsLostForTheSecondTimeWaitsSoThatItTakesNoOthersWithIt() {
    post.queued(post.one(), Kind.INVITATION, "poison");
    lose();
    assertThat(crew.hand().claim(10)).as("at once").hasSize(1);
    leasesRunOut();
    crew.hand().work();
    assertThat(crew.hand().claim(10)).as("after a while").isEmpty();
    clock.forward(Duration.ofMinutes(1));
    assertThat(crew.hand().work()).hasSize(1);
    assertThat(post.heads()).isZero();
  }

  private void lose() {
    crew.hand().claim(10);
    leasesRunOut();
    crew.hand().work();
  }

  /** What broke half-way in a worker that lives kills nobody. */
  @Test
  void whatAWorkerForgetsCountsAsNoTry() {
    var notice = post.queued(post.one(), Kind.INVITATION, "forgotten");
    for (var time = 0; time < settings.tries() + 1; time++) {
      var worker = crew.hand();
      worker.claim(10);
      heads.forsake(worker.number(), java.util.Set.of());
      worker.work();
    }
    crew.hand().work();
    assertThat(post.state(notice)).isEqualTo("HANDED_OVER");
  }

  @Test
  void whatWasTakenBackMeanwhileIsNotSentAgain() {
    var notice = post.queued(post.one(), Kind.INVITATION, "hello");
    var lost = crew.hand();
    lost.prepareAndBeLost(lost.claim(10));
    assertThat(post.recall(post.one(), notice.about())).isZero();
    leasesRunOut();
    crew.hand().work();
    crew.hand().work();
    assertThat(post.state(notice)).isEqualTo("RECALLED");
    assertThat(provider.ledger()).isEmpty();
  }

  private static Stream<Handover> outcomes() {
    return Stream.of(
        new Handover.Accepted("late"),
        new Handover.Refused("late"),
        new Handover.Postponed("late", Duration.ZERO),
        new Handover.Unknown("late"));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void whoComesTooLateRecordsNothing(Handover outcome) {
    var notice = post.queued(post.one(), Kind.INVITATION, "hello");
    var late = crew.hand();
    var parcels = late.prepareAndBeLost(late.claim(10));
    leasesRunOut();
    crew.hand().claim(10);
    record(parcels, outcome);
    assertThat(post.state(notice)).isEqualTo("SENDING");
    assertThat(post.attempts(notice)).containsExactly("OPEN");
    assertThat(post.heads()).isEqualTo(1);
    assertThat(post.list(told(notice))).isEmpty();
  }

  @Test
  void whoComesLateButBeforeATakeoverStillRecords() {
    var notice = post.queued(post.one(), Kind.INVITATION, "hello");
    var late = crew.hand();
    var parcels = late.prepareAndBeLost(late.claim(10));
    leasesRunOut();
    record(parcels, new Handover.Accepted("reference"));
    assertThat(post.state(notice)).isEqualTo("HANDED_OVER");
    assertThat(crew.hand().work()).isEmpty();
  }

  @Test
  void aDeadWorkerStaysDead() {
    post.queued(post.one(), Kind.INVITATION, "hello");
    var number = crew.hand().number();
    leasesRunOut();
    assertThat(workers.renew(number, Duration.ofSeconds(10))).isFalse();
    assertThat(heads.claim(number, new Turns().of(List.of(post.one())), new Load.Room(10, 10)))
        .isEmpty();
  }

  /** Whatever its look at the queue waits for. */
  @Test
  void aWorkerWhoseLookHangsKeepsItsLease() throws SQLException {
    outbox.start();
    try (var other = post.connection();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table plumbing.switched_off, plumbing.outbox_head");
      var until = lease();
      await().atMost(settings.lease()).until(() -> lease().isAfter(until.plusSeconds(1)));
      await().atMost(settings.lease()).until(() -> lease().isAfter(until.plusSeconds(4)));
    } finally {
      outbox.stop();
    }
  }

  private Instant lease() {
    return post.look("select max(alive_until) from plumbing.outbox_worker", OffsetDateTime.class)
        .toInstant();
  }

  @Test
  void aWorkerThatSignsOffLeavesItsLeasesToOthers() {
    post.queued(post.one(), Kind.INVITATION, "hello");
    var leaving = crew.hand();
    leaving.claim(10);
    workers.end(leaving.number());
    assertThat(crew.hand().claim(10)).hasSize(1);
  }

  /** A machine that goes without a word leaves its locks: the database lets them go in time. */
  @Test
  void nobodysLocksOutliveALease() {
    var patience =
        jdbc.sql(
                "select setting::int from pg_settings where name = 'idle_in_transaction_session_timeout'")
            .query(Integer.class)
            .single();
    assertThat(Duration.ofMillis(patience)).isPositive().isLessThanOrEqualTo(settings.lease());
  }

  @Test
  void whatAWorkerForgotIsTakenOver() {
    post.queued(post.one(), Kind.INVITATION, "kept");
    post.queued(post.one(), Kind.INVITATION, "forgotten");
    var worker = crew.hand();
    var kept = worker.claim(10).getFirst();
    assertThat(heads.forsake(worker.number(), java.util.Set.of(kept.token()))).isEqualTo(1);
    assertThat(crew.hand().claim(10)).singleElement().matches(Lease::takenOver);
  }

  /** What the trail says of the person whom the notice is for. */
  private static String told(Notice notice) {
    var person = Objects.requireNonNull(notice.recipient()).personId();
    return "select detail from police.audit_entry where recipient = '" + person + "'";
  }

  private void record(List<Parcel> parcels, Handover handover) {
    var outcomes = parcels.stream().map(parcel -> new Outcome(parcel, handover)).toList();
    ForceBinding.run(post.one(), () -> recording.record(outcomes));
  }

  /** By the database's clock, which alone decides. */
  private void leasesRunOut() {
    post.asSuperuser("update plumbing.outbox_worker set alive_until = now() - interval '1 second'");
  }
}
