package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.SafeContactPlans.Source;

/** Somebody with several cases is told once of what is new on them, and never too little. */
@DeliveryTest
class OneTellingTests extends SomebodysPlans {

  private static final String SOMEBODY = UUID.randomUUID().toString();
  private static final String ANOTHER = UUID.randomUUID().toString();

  @Autowired Crew crew;
  @Autowired Preparation preparation;
  @Autowired StatementCount statements;

  @Test
  void newsOfFourCasesIsOneNotice() {
    var four = IntStream.range(0, 4).mapToObj(it -> news(Map.of())).toList();
    post.queue(force, four);
    workTwice();
    assertThat(provider.ledger()).hasSize(1);
    assertThat(four).extracting(post::state).containsOnlyOnce("HANDED_OVER").contains("TOLD");
    assertThat(post.list("select id::text from police.notice where state = 'TOLD'")).hasSize(3);
    assertThat(
            post.list("select distinct told_by::text from police.notice where told_by is not null"))
        .containsExactly(provider.ledger().getFirst().attempt().toString());
    assertThat(post.heads()).isZero();
    for (var notice : four) {
      if (post.state(notice).equals("TOLD")) {
        assertThat(trail(notice)).containsExactly("NOTICE_TOLD update text told");
      }
    }
  }

  @Test
  void whoSharesATelephoneIsToldOfTheirOwn() {
    assertBothLeave(news(Map.of()), news(Map.of("reader", ANOTHER)));
  }

  @Test
  void whoReadsNothingElseIsToldOfTheirOwn() {
    var alone = new HashMap<>(news(Map.of()).content());
    alone.remove("reader");
    assertBothLeave(post.notice(Kind.UPDATE, alone), post.notice(Kind.UPDATE, alone));
  }

  @Test
  void otherWordsAreOtherNews() {
    assertBothLeave(news(Map.of()), news(Map.of("text", "Helo")));
  }

  @Test
  void anotherContactIsAnotherNotice() {
    assertBothLeave(news(Map.of()), news(Map.of("to", "+447700909701")));
  }

  @Test
  void anotherWayIsAnotherNotice() {
    var text = news(Map.of("text", "Hello"));
    var mail = Map.of("reader", SOMEBODY, "to", "somebody9701@example.org", "text", "Hello");
    assertBothLeave(text, post.notice(Kind.UPDATE, Channel.EMAIL, mail));
  }

  /** The one who needs discretion is not told by a sender that tells who sends. */
  @Test
  void anotherSenderIsAnotherNotice() {
    notice = news(Map.of());
    person = Objects.requireNonNull(notice.recipient());
    say(Source.OFFICER, plan(Set.of(Channel.TEXT), Set.of(), true, false));
    assertBothLeave(notice, news(Map.of()));
    assertThat(provider.ledger())
        .extracting(Parcel::discreet)
        .containsExactlyInAnyOrder(true, false);
  }

  @Test
  void theSamePersonAtAnotherForceIsToldByIt() {
    post.queue(force, List.of(news(Map.of())));
    post.queue(post.two(), List.of(news(Map.of())));
    workTwice();
    assertThat(provider.ledger()).hasSize(2);
  }

  /** Who may be told in the evening only was not told at noon, whoever looked at the telephone. */
  @Test
  void whatLeftAtAnUnsafeHourToldNobody() {
    notice = news(Map.of());
    person = Objects.requireNonNull(notice.recipient());
    say(Source.VICTIM, plan(Set.of(Channel.TEXT), Set.of(EVENINGS), false, false));
    post.queue(force, List.of(notice, news(Map.of())));
    workTwice();
    assertThat(provider.ledger()).hasSize(1);
    clock.at("17:00:00");
    workTwice();
    assertThat(provider.ledger()).hasSize(2);
    assertThat(post.state(notice)).isEqualTo("HANDED_OVER");
  }

  @Test
  void whatCameAfterwardsIsToldOf() {
    post.queue(force, List.of(news(Map.of())));
    crew.hand().work();
    clock.forward(Duration.ofMillis(1));
    post.queue(force, List.of(news(Map.of())));
    workTwice();
    assertThat(provider.ledger()).hasSize(2);
  }

  /** More became new on its case while it waited for the other. */
  @Test
  void whatCameToAWaitingNoticeAfterwardsIsToldOf() {
    post.queue(force, List.of(news(Map.of())));
    var hand = crew.hand();
    var first = hand.prepareAndBeLost(hand.claim(10));
    var second = news(Map.of("since", clock.instant().plusMillis(1).toString()));
    post.queue(force, List.of(second));
    crew.hand().work();
    hand.record(first);
    clock.forward(OneTelling.PAUSE);
    crew.hand().work();
    assertThat(post.attempts(second)).containsExactly("ACCEPTED");
  }

  @Test
  void whereTheFirstIsRefusedAnotherGoes() {
    var refused = new AtomicBoolean();
    provider.answers(
        parcel ->
            refused.getAndSet(true)
                ? ScriptedProvider.accept(parcel)
                : new Handover.Refused("rejected-554"));
    var two = List.of(news(Map.of()), news(Map.of()));
    post.queue(force, two);
    workTwice();
    assertThat(two).extracting(post::state).containsExactlyInAnyOrder("REFUSED", "HANDED_OVER");
  }

  @Test
  void whereTheFirstHasToWaitAnotherGoesAndTellsOfIt() {
    var busy = new AtomicBoolean();
    provider.answers(
        parcel ->
            busy.getAndSet(true) ? ScriptedProvider.accept(parcel) : ScriptedProvider.postpone());
    var two = List.of(news(Map.of()), news(Map.of()));
    post.queue(force, two);
    workTwice();
    assertThat(provider.ledger()).as("by what could not be said").hasSize(2);
    clock.forward(Duration.ofMinutes(10));
    crew.hand().work();
    assertThat(provider.ledger()).hasSize(2);
    assertThat(two).extracting(post::state).containsExactlyInAnyOrder("TOLD", "HANDED_OVER");
  }

  @Test
  void whereNobodyKnowsOfTheFirstTheNextSaysThatItMayBeTheSecond() {
    var silent = new AtomicBoolean();
    provider.answers(
        parcel ->
            silent.getAndSet(true)
                ? ScriptedProvider.accept(parcel)
                : new Handover.Unknown("no-answer"));
    var two = List.of(news(Map.of()), news(Map.of()));
    post.queue(force, two);
    workTwice();
    assertThat(provider.ledger())
        .extracting(Parcel::possibleDuplicate)
        .containsExactly(false, true);
    clock.forward(Duration.ofMinutes(10));
    crew.hand().work();
    assertThat(provider.ledger()).hasSize(2);
    assertThat(two).extracting(post::state).containsExactlyInAnyOrder("TOLD", "HANDED_OVER");
  }

  /** Whoever got a part of the first gets it again with the next. */
  @Test
  void whereAPartOfTheFirstWasTakenTheNextSaysThatItMayBeTheSecond() {
    var half = new AtomicBoolean();
    provider.answers(
        parcel ->
            half.getAndSet(true)
                ? ScriptedProvider.accept(parcel)
                : new Handover.Postponed("throttled", Duration.ZERO, 1));
    var both = Map.of("text", "Helo", "other", "Hello");
    post.queue(force, List.of(news(both), news(both)));
    workTwice();
    assertThat(provider.ledger())
        .extracting(Parcel::possibleDuplicate)
        .containsExactly(false, true);
  }

  /** It may say that the first did not arrive: nobody waits for it, or overtakes it. */
  @Test
  void whatAReceiptIsBeingWrittenOfIsAskedAboutAgain() throws SQLException {
    var two = List.of(news(Map.of()), news(Map.of()));
    post.queue(force, two);
    crew.hand().work();
    try (var other = post.connection();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select 1 from police.delivery_attempt for no key update");
      clock.forward(OneTelling.PAUSE);
      crew.hand().work();
      assertThat(two).extracting(post::state).containsExactlyInAnyOrder("HANDED_OVER", "WAITING");
      other.rollback();
    }
    clock.forward(OneTelling.PAUSE);
    crew.hand().work();
    assertThat(provider.ledger()).hasSize(1);
    assertThat(two).extracting(post::state).containsExactlyInAnyOrder("HANDED_OVER", "TOLD");
  }

  @Test
  void whatALostWorkerHadInTheAirIsWaitedFor() {
    var first = news(Map.of());
    var second = news(Map.of());
    post.queue(force, List.of(first));
    var lost = crew.hand();
    lost.prepareAndBeLost(lost.claim(10));
    post.queue(force, List.of(second));
    crew.hand().work();
    assertThat(post.state(second)).as("the other is in the air").isEqualTo("WAITING");
    post.asSuperuser("update plumbing.outbox_worker set alive_until = now() - interval '1 second'");
    crew.hand().work();
    workTwice();
    assertThat(provider.ledger()).singleElement().matches(Parcel::possibleDuplicate);
    assertThat(List.of(first, second))
        .extracting(post::state)
        .containsExactlyInAnyOrder("TOLD", "HANDED_OVER");
  }

  /** Neither sees what the other has begun. */
  @Test
  void twoWorkersAtOnceSendOne() throws Exception {
    post.queue(force, List.of(news(Map.of())));
    var one = crew.hand().claim(10);
    post.queue(force, List.of(news(Map.of())));
    var other = crew.hand().claim(10);
    var second =
        post.in(
            force,
            () -> {
              assertThat(preparation.prepare(one)).hasSize(1);
              var running = beside(other);
              assertThat(waits()).isTrue();
              return running;
            });
    assertThat(second.get()).isEmpty();
    assertThat(post.list("select 1 from police.delivery_attempt")).hasSize(1);
  }

  private Future<List<Parcel>> beside(List<Lease> leases) {
    var preparing = new FutureTask<>(() -> crew.hand().prepareAndBeLost(leases));
    Thread.ofPlatform().start(preparing);
    return preparing;
  }

  private boolean waits() {
    var until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (System.nanoTime() < until) {
      if (!post.list("select 1 from pg_locks where not granted").isEmpty()) {
        return true;
      }
    }
    return false;
  }

  @Test
  void itTakesTheSameStatementsForManyReaders() {
    var few = preparing(2);
    assertThat(preparing(40)).isEqualTo(few);
  }

  @Test
  void itTakesTheSameStatementsForManyThatAreTold() {
    var few = telling(3);
    assertThat(telling(40)).isEqualTo(few);
  }

  private int telling(int cases) {
    var reader = Map.of("reader", UUID.randomUUID().toString());
    post.queue(force, IntStream.range(0, cases).mapToObj(it -> news(reader)).toList());
    crew.hand().work();
    clock.forward(OneTelling.PAUSE);
    var hand = crew.hand();
    var leases = hand.claim(100);
    assertThat(leases).hasSize(cases - 1);
    return statements.of(() -> assertThat(hand.prepareAndBeLost(leases)).isEmpty());
  }

  private int preparing(int readers) {
    post.queue(
        force,
        IntStream.range(0, readers)
            .mapToObj(it -> news(Map.of("reader", UUID.randomUUID().toString())))
            .toList());
    var hand = crew.hand();
    var leases = hand.claim(100);
    assertThat(leases).hasSize(readers);
    return statements.of(() -> hand.prepareAndBeLost(leases));
  }

  private void assertBothLeave(Notice one, Notice other) {
    post.queue(force, List.of(one, other));
    workTwice();
    assertThat(provider.ledger()).hasSize(2);
    assertThat(List.of(one, other)).extracting(post::state).containsOnly("HANDED_OVER");
  }

  /** Now, and once it is time to look again. */
  private void workTwice() {
    crew.hand().work();
    clock.forward(OneTelling.PAUSE);
    crew.hand().work();
  }

  private List<String> trail(Notice of) {
    return post.list(
        "select action || ' ' || detail from police.audit_entry where recipient = '%s'"
            .formatted(Objects.requireNonNull(of.recipient()).personId()));
  }

  private Notice news(Map<String, String> other) {
    var content = new HashMap<>(Map.of("to", Post.PHONE, "text", "Hello", "reader", SOMEBODY));
    content.putAll(other);
    return post.notice(Kind.UPDATE, content);
  }
}
