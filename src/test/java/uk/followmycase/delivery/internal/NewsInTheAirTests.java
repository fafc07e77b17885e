package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.ContactPoints.Point;
import uk.followmycase.delivery.Notices.Notice;

/** What becomes of news while the same is with a provider already, for another case. */
@DeliveryTest
class NewsInTheAirTests extends SameNews {

  @Autowired ScriptedWriter writer;

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

  @Test
  void whatIsTakenBackWhileItWaitsEndsAlone() {
    var air = inTheAir();
    assertThat(post.recall(force, air.waiting().about())).isOne();
    assertThat(post.state(air.waiting())).isEqualTo("RECALLED");
    air.lands();
    workTwice();
    assertThat(post.state(air.first())).isEqualTo("HANDED_OVER");
    assertThat(post.state(air.waiting())).isEqualTo("RECALLED");
    assertThat(post.attempts(air.waiting())).isEmpty();
    assertThat(toldBy()).isEmpty();
  }

  /** What left stays left: whoever reads it is told of what the others say. */
  @Test
  void whatIsTakenBackInTheAirHasToldOfTheOthers() {
    var air = inTheAir();
    post.recall(force, air.first().about());
    air.lands();
    workTwice();
    assertThat(post.state(air.waiting())).isEqualTo("TOLD");
    assertThat(toldBy()).hasSize(1);
  }

  /** Nobody may be told of a case that they may not read by now, by whatever notice. */
  @Test
  void whoseAccessEndsWhileItWaitsIsToldOfNothing() {
    var air = inTheAir();
    person = Objects.requireNonNull(air.waiting().recipient());
    told(new Point(new Contact(Channel.TEXT, Post.PHONE), true, false));
    writer.shutOut(air.waiting());
    air.lands();
    workTwice();
    assertThat(post.state(air.waiting())).isEqualTo("DROPPED");
    assertThat(post.attempts(air.waiting())).isEmpty();
    assertThat(toldBy()).isEmpty();
  }

  /** It reads neither what is in the air nor what is queued for it, as far as anybody knows. */
  @Test
  void whatPassesToAnotherAccountWhileItWaitsLeavesByItself() {
    var air = inTheAir();
    writer.passes(air.reader(), UUID.randomUUID());
    air.lands();
    workTwice();
    assertThat(post.attempts(air.waiting())).containsExactly("ACCEPTED");
    assertThat(toldBy()).isEmpty();
  }

  @Test
  void ofAccountsThatBecomeOneWhileTheyWaitOneIsTold() {
    var air = inTheAir();
    var kept = UUID.randomUUID();
    var another = news(Map.of("reader", kept.toString()));
    writer.passes(air.reader(), kept);
    post.queue(force, List.of(another));
    crew.hand().work();
    assertThat(post.state(another)).isEqualTo("HANDED_OVER");
    air.lands();
    workTwice();
    assertThat(post.state(air.waiting())).isEqualTo("TOLD");
    assertThat(toldBy()).containsExactly(provider.ledger().getFirst().attempt().toString());
  }

  private InTheAir inTheAir() {
    var reader = UUID.randomUUID();
    var first = news(Map.of("reader", reader.toString()));
    var waiting = news(Map.of("reader", reader.toString()));
    post.queue(force, List.of(first));
    var hand = crew.hand();
    var parcels = hand.prepareAndBeLost(hand.claim(10));
    post.queue(force, List.of(waiting));
    crew.hand().work();
    assertThat(post.state(waiting)).isEqualTo("WAITING");
    return new InTheAir(reader, first, waiting, () -> hand.record(parcels));
  }

  private List<String> toldBy() {
    return post.list("select told_by::text from police.notice where told_by is not null");
  }

  /** One that a provider has in its hands, and one of the same news. */
  private record InTheAir(UUID reader, Notice first, Notice waiting, Runnable landing) {

    private void lands() {
      landing.run();
    }
  }
}
