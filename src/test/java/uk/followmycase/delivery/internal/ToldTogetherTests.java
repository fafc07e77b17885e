package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import uk.followmycase.delivery.Refusals;
import uk.followmycase.delivery.events.NewsCameBack;
import uk.followmycase.delivery.events.PeopleNotReached;
import uk.followmycase.delivery.events.PeopleNotReached.NotReached;
import uk.followmycase.delivery.events.PeopleNotReached.Why;
import uk.followmycase.tenancy.keys.ForceKeys;

/** What becomes of one attempt becomes of everything that it told of. */
@DeliveryTest
@RecordApplicationEvents
class ToldTogetherTests {

  private static final Contact PHONE = new Contact(Channel.TEXT, "+447700909702");
  private static final Contact MAIL = new Contact(Channel.EMAIL, "somebody9702@example.org");

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired ScriptedProvider provider;
  @Autowired StandingClock clock;
  @Autowired Receipts receipts;
  @Autowired Refusals refusals;
  @Autowired ContactPoints contacts;
  @Autowired ForceKeys keys;
  @Autowired ApplicationEvents events;

  private Notice one;
  private Notice other;

  @BeforeEach
  void clear() {
    post.clear();
    provider.reset();
    one = news();
    other = news();
  }

  @Test
  void whatIsGivenUpIsToldOfByTheOtherWayOnEachCase() {
    say(Word.UNDELIVERED, PHONE, MAIL);
    assertThat(events.stream(NewsCameBack.class))
        .extracting(NewsCameBack::person, NewsCameBack::notBy, NewsCameBack::until)
        .containsExactlyInAnyOrder(
            tuple(person(one), Channel.TEXT, one.expiresAt()),
            tuple(person(other), Channel.TEXT, other.expiresAt()));
  }

  @Test
  void withoutAnotherWayAPersonOnEachCaseHasToTell() {
    say(Word.PERMANENT, PHONE);
    for (var notice : List.of(one, other)) {
      assertThat(why(notice)).contains(Why.NO_SAFE_WAY, Why.CONTACT_WRONG);
    }
  }

  @Test
  void aWordIsTracedWithEachCase() {
    say(Word.DELIVERED, PHONE);
    assertThat(
            post.list(
                """
                select e.detail from police.audit_entry e
                join police.audit_subject s on s.force_id = e.force_id and s.entry_id = e.id
                where e.action = 'RECEIPT_HEARD' and s.person_id in ('%s', '%s')
                """
                    .formatted(person(one).personId(), person(other).personId())))
        .containsExactly("update text delivered", "update text delivered");
  }

  /** It came before the others looked: they are told themselves. */
  @Test
  void whatIsGivenUpAtOnceTellsOfNothingElse() {
    know(PHONE);
    post.queue(post.one(), List.of(one, other));
    crew.hand().work();
    hear(Word.UNDELIVERED);
    clock.forward(OneTelling.PAUSE);
    crew.hand().work();
    assertThat(provider.ledger()).hasSize(2);
    assertThat(List.of(one, other)).extracting(post::state).containsOnly("HANDED_OVER");
  }

  @Test
  void whoSaysThatItIsNotForThemSaysItOfEachCase() {
    toldTogether(PHONE, MAIL);
    var code = post.in(post.one(), () -> refusals.code(PHONE));
    post.in(
        post.one(),
        () -> {
          refusals.refuse(code);
          return code;
        });
    assertThat(events.stream(NewsCameBack.class))
        .extracting(NewsCameBack::person)
        .containsExactlyInAnyOrder(person(one), person(other));
  }

  private void say(Word word, Contact... known) {
    toldTogether(known);
    hear(word);
  }

  private void toldTogether(Contact... known) {
    know(known);
    post.queue(post.one(), List.of(one, other));
    crew.hand().work();
    clock.forward(OneTelling.PAUSE);
    crew.hand().work();
    assertThat(provider.ledger()).hasSize(1);
  }

  private void hear(Word word) {
    var receipt = new Receipt(provider.ledger().getFirst().attempt(), word, clock.instant());
    post.in(post.one(), () -> receipts.heard(List.of(receipt)));
  }

  private void know(Contact... known) {
    var points = Stream.of(known).map(it -> new Point(it, true, false)).toList();
    for (var notice : List.of(one, other)) {
      var person = person(notice);
      post.in(
          post.one(),
          () -> {
            var key = keys.newDataKey(person.caseId());
            return contacts.replace(
                List.of(new PersonContacts(person.personId(), person.caseId(), key, "en", points)));
          });
    }
  }

  private List<Why> why(Notice notice) {
    return events.stream(PeopleNotReached.class)
        .flatMap(it -> it.people().stream())
        .filter(it -> it.personId().equals(person(notice).personId()))
        .map(NotReached::why)
        .toList();
  }

  private static Recipient person(Notice notice) {
    return Objects.requireNonNull(notice.recipient());
  }

  private Notice news() {
    var reader = "0199d2c4-0000-4000-8000-000000009702";
    var content = Map.of("to", PHONE.value(), "text", "Hello", "reader", reader);
    var any = post.notice(Kind.UPDATE, content);
    var person = person(any);
    return new Notice(
        any.id(),
        any.kind(),
        person.personId(),
        person,
        any.channel(),
        any.dueAt(),
        any.expiresAt(),
        content);
  }
}
