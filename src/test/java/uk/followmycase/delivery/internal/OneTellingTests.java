package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.support.StatementCount;

/** Somebody with several cases is told once of what is new on them, and never too little. */
@DeliveryTest
class OneTellingTests extends SameNews {

  private static final String ANOTHER = UUID.randomUUID().toString();

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
    var both = List.of(force, post.two());
    both.forEach(each -> post.queue(each, List.of(news(Map.of()))));
    var hand = crew.hand();
    assertThat(hand.prepareAndBeLost(hand.claim(10))).as("at one time").hasSize(2);
    both.forEach(each -> post.queue(each, List.of(news(Map.of("reader", ANOTHER)))));
    workTwice();
    assertThat(provider.ledger()).as("one after the other").hasSize(2);
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

  private List<String> trail(Notice of) {
    return post.list(
        "select action || ' ' || detail from police.audit_entry where recipient = '%s'"
            .formatted(Objects.requireNonNull(of.recipient()).personId()));
  }
}
