package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.ContactPoints;
import uk.followmycase.delivery.ContactPoints.PersonContacts;
import uk.followmycase.delivery.ContactPoints.Point;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.Receipts;
import uk.followmycase.delivery.Receipts.Receipt;
import uk.followmycase.delivery.Receipts.Word;
import uk.followmycase.delivery.events.NewsCameBack;
import uk.followmycase.delivery.events.PeopleNotReached;
import uk.followmycase.delivery.events.PeopleNotReached.NotReached;
import uk.followmycase.delivery.events.PeopleNotReached.Why;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;

/** Two texts, in two languages, are one notice: somebody may read only one of them. */
@DeliveryTest
@RecordApplicationEvents
class ReceiptPartsTests {

  private static final Contact PHONE = new Contact(Channel.TEXT, Post.PHONE);
  private static final Contact MAIL = new Contact(Channel.EMAIL, "somebody9501@example.org");
  private static final Handover TAKEN = new Handover.Accepted("taken");
  private static final Handover SILENCE = new Handover.Unknown("no-answer");

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired ScriptedProvider provider;
  @Autowired StandingClock clock;
  @Autowired Receipts receipts;
  @Autowired ContactPoints contacts;
  @Autowired ForceKeys keys;
  @Autowired ApplicationEvents events;

  private Notice notice;

  @BeforeEach
  void clear() {
    post.clear();
    provider.reset();
    notice =
        post.notice(Kind.UPDATE, Map.of("to", Post.PHONE, "text", "cymraeg", "other", "english"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void theyHaveArrivedWhenBothHave(int first) {
    var attempt = sent(SILENCE);
    assertThat(heard(attempt, first, Word.DELIVERED)).isZero();
    provider.answers(TAKEN);
    clock.forward(Duration.ofMinutes(10));
    crew.hand().work();
    assertThat(provider.ledger()).as("sent again").hasSize(2);
    assertThat(heard(attempt, 1 - first, Word.DELIVERED)).isOne();
    assertThat(heard(attempt, first, Word.DELIVERED)).isZero();
    assertThat(post.list("select detail from police.audit_entry where action = 'RECEIPT_HEARD'"))
        .contains("update text delivered");
  }

  @Test
  void theyAreNotSentAgainOnceBothHaveArrived() {
    var attempt = sent(SILENCE);
    heard(attempt, 1, Word.DELIVERED);
    heard(attempt, 0, Word.DELIVERED);
    clock.forward(Duration.ofMinutes(10));
    crew.hand().work();
    assertThat(provider.ledger()).hasSize(1);
    assertThat(post.state(notice)).isEqualTo("HANDED_OVER");
  }

  @Test
  void bothReceiptsAtOnceAreOneWord() {
    var attempt = sent(TAKEN);
    var both =
        List.of(
            new Receipt(attempt, 0, Word.DELIVERED, clock.instant()),
            new Receipt(attempt, 1, Word.DELIVERED, clock.instant()));
    assertThat(post.<Integer>in(post.one(), () -> receipts.heard(both))).isOne();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void oneThatComesBackIsEnoughToGoTheOtherWayAndOnceOnly(int back) {
    told(PHONE, MAIL);
    var attempt = sent(TAKEN);
    assertThat(heard(attempt, 1 - back, Word.DELIVERED)).isZero();
    assertThat(heard(attempt, back, Word.PERMANENT)).isOne();
    assertThat(heard(attempt, 1 - back, Word.PERMANENT)).isZero();
    assertThat(events.stream(NewsCameBack.class)).hasSize(1);
    assertThat(events.stream(PeopleNotReached.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void oneThatComesBackWithoutAnotherWayIsForAPerson(int back) {
    told(PHONE);
    var attempt = sent(TAKEN);
    assertThat(heard(attempt, back, Word.UNDELIVERED)).isOne();
    assertThat(heard(attempt, 1 - back, Word.DELIVERED)).isZero();
    assertThat(events.stream(PeopleNotReached.class).flatMap(it -> it.people().stream()))
        .singleElement()
        .extracting(NotReached::why)
        .isEqualTo(Why.NO_SAFE_WAY);
  }

  @Test
  void aPartThatWasNeverSentSaysNothing() {
    assertThat(heard(sent(TAKEN), 2, Word.PERMANENT)).isZero();
  }

  private UUID sent(Handover answer) {
    post.queue(post.one(), List.of(notice));
    provider.answers(answer);
    crew.hand().work();
    return provider.ledger().getLast().attempt();
  }

  private int heard(UUID attempt, int part, Word word) {
    return post.in(
        post.one(),
        () -> receipts.heard(List.of(new Receipt(attempt, part, word, clock.instant()))));
  }

  private void told(Contact... known) {
    Recipient person = Objects.requireNonNull(notice.recipient());
    var points = Stream.of(known).map(it -> new Point(it, true, false)).toList();
    post.in(
        post.one(),
        () -> {
          DataKey key = keys.newDataKey(person.caseId());
          return contacts.replace(
              List.of(new PersonContacts(person.personId(), person.caseId(), key, "en", points)));
        });
  }
}
