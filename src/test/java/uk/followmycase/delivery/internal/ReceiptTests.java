package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.delivery.events.NewsCameBack;
import uk.followmycase.delivery.events.PeopleNotReached;
import uk.followmycase.delivery.events.PeopleNotReached.NotReached;
import uk.followmycase.delivery.events.PeopleNotReached.Why;
import uk.followmycase.delivery.events.SafeContactChanged;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;

/** What follows from what providers say later. */
@DeliveryTest
@RecordApplicationEvents
class ReceiptTests {

  private static final Contact PHONE = new Contact(Channel.TEXT, Post.PHONE);
  private static final Contact OTHER = new Contact(Channel.TEXT, "+447700900322");
  private static final Contact MAIL = new Contact(Channel.EMAIL, "canary@example.org");

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired ScriptedProvider provider;
  @Autowired StandingClock clock;
  @Autowired Receipts receipts;
  @Autowired ContactPoints contacts;
  @Autowired SafeContactPlans plans;
  @Autowired ForceKeys keys;
  @Autowired ApplicationEvents events;

  private Notice notice;
  private Recipient person;
  private DataKey key;

  @BeforeEach
  void clear() {
    post.clear();
    provider.reset();
    notice = post.notice(Kind.INVITATION, "hello");
    person = Objects.requireNonNull(notice.recipient());
    key = post.in(post.one(), () -> keys.newDataKey(person.caseId()));
  }

  @Test
  void eachWordCountsOnceHoweverOftenItComes() {
    var attempt = sent();
    assertThat(heard(attempt, Word.DELIVERED)).isOne();
    assertThat(heard(attempt, Word.DELIVERED)).isZero();
    assertThat(heard(attempt, Word.TEMPORARY)).isOne();
    assertThat(heard(attempt, Word.TEMPORARY)).isZero();
    assertThat(post.list("select word from police.delivery_receipt order by word"))
        .containsExactly("DELIVERED", "TEMPORARY");
    assertThat(post.list("select detail from police.audit_entry where action = 'RECEIPT_HEARD'"))
        .contains("invitation text delivered");
  }

  @Test
  void nothingOfAnotherForceIsHeard() {
    var attempt = sent();
    var there =
        post.in(
            post.two(),
            () -> receipts.heard(List.of(new Receipt(attempt, Word.COMPLAINT, clock.instant()))));
    assertThat(there).isZero();
    assertThat(heard(UUID.randomUUID(), Word.COMPLAINT)).isZero();
  }

  @Test
  void whatArrivedAfterAllIsNotSentAgain() {
    post.queue(post.one(), List.of(notice));
    provider.throwsUp();
    crew.hand().work();
    var attempt = provider.ledger().getFirst().attempt();
    assertThat(heard(attempt, Word.DELIVERED)).isOne();
    provider.answers(ScriptedProvider::accept);
    clock.forward(Duration.ofMinutes(10));
    crew.hand().work();
    assertThat(post.state(notice)).isEqualTo("HANDED_OVER");
    assertThat(provider.ledger()).hasSize(1);
  }

  @Test
  void aReceiptMayComeBeforeTheSendIsRecorded() {
    post.queue(post.one(), List.of(notice));
    var hand = crew.hand();
    var parcels = hand.prepareAndBeLost(hand.claim(10));
    assertThat(heard(parcels.getFirst().attempt(), Word.DELIVERED)).isOne();
    hand.record(parcels);
    assertThat(post.state(notice)).isEqualTo("HANDED_OVER");
  }

  @Test
  void aContactThatComesBackIsLeftAloneAndAnotherOfTheSameWayIsUsed() {
    told(PHONE, OTHER);
    heard(sent(), Word.PERMANENT);
    assertThat(safe()).containsExactly(OTHER);
    assertThat(channels()).contains(Channel.TEXT);
    told(PHONE, OTHER);
    assertThat(safe()).containsExactly(OTHER);
    assertThat(events.stream(PeopleNotReached.class)).isEmpty();
    assertThat(events.stream(SafeContactChanged.class)).hasSize(1);
  }

  @Test
  void theOnlyContactOfAWayThatComesBackLeavesTheOtherWay() {
    told(PHONE, MAIL);
    heard(sent(), Word.PERMANENT);
    assertThat(channels()).containsExactly(Channel.EMAIL);
    assertThat(events.stream(PeopleNotReached.class)).isEmpty();
  }

  /** Nothing else was ever on record. */
  @Test
  void theOnlyContactThatComesBackLeavesNoWay() {
    told(PHONE);
    heard(sent(), Word.PERMANENT);
    assertThat(unreached())
        .singleElement()
        .extracting(NotReached::why)
        .isEqualTo(Why.CONTACT_WRONG);
  }

  @Test
  void whatWasGivenUpIsForAPersonUnlessItIsSentAgainAnyhow() {
    told(PHONE);
    post.queue(post.one(), List.of(notice));
    provider.answers(ScriptedProvider.postpone());
    crew.hand().work();
    heard(provider.ledger().getLast().attempt(), Word.UNDELIVERED);
    assertThat(unreached()).isEmpty();
    provider.answers(ScriptedProvider::accept);
    clock.forward(Duration.ofMinutes(10));
    crew.hand().work();
    heard(provider.ledger().getLast().attempt(), Word.UNDELIVERED);
    assertThat(unreached()).singleElement().extracting(NotReached::why).isEqualTo(Why.FAILED);
    assertThat(safe()).containsExactly(PHONE);
  }

  /** Whoever took the code over must not be the only one who knows. */
  @ParameterizedTest
  @EnumSource(names = {"PERMANENT", "UNDELIVERED", "COMPLAINT"})
  void whoDoesNotHearThatTheirCodeIsAnotherIsToldByAPersonAndAnotherWay(Word word) {
    told(PHONE, MAIL);
    var of = post.notice(Kind.CODE_REPLACED, "hello");
    notice =
        new Notice(
            of.id(),
            of.kind(),
            of.about(),
            person,
            of.channel(),
            of.dueAt(),
            of.expiresAt(),
            of.content());
    heard(sent(), word);
    assertThat(unreached()).extracting(NotReached::why).contains(Why.FAILED);
    assertThat(events.stream(NewsCameBack.class))
        .singleElement()
        .matches(back -> back.kind() == Kind.CODE_REPLACED && back.about().equals(of.about()))
        .matches(back -> back.until().equals(of.expiresAt()));
  }

  @Test
  void whoDoesNotHearOfTheirOtherCodeByTheirOnlyContactIsToldByAPerson() {
    told(PHONE);
    var of = post.notice(Kind.CODE_REPLACED, "hello");
    notice =
        new Notice(
            of.id(),
            of.kind(),
            of.about(),
            person,
            of.channel(),
            of.dueAt(),
            of.expiresAt(),
            of.content());
    heard(sent(), Word.PERMANENT);
    assertThat(unreached()).extracting(NotReached::why).contains(Why.FAILED);
    assertThat(events.stream(NewsCameBack.class)).isEmpty();
  }

  /** It may have been taken another way since. */
  @Test
  void aComplaintStopsTheChannelOfItsOwnAttempt() {
    told(PHONE, MAIL);
    var attempt = sent();
    post.asSuperuser("update police.notice set channel = 'EMAIL'");
    heard(attempt, Word.COMPLAINT);
    assertThat(channels()).containsExactly(Channel.EMAIL);
  }

  @Test
  void whoHasNoOtherWayHasToBeToldByAPerson() {
    told(PHONE, MAIL);
    stop(Channel.EMAIL);
    heard(sent(), Word.PERMANENT);
    assertThat(unreached())
        .singleElement()
        .extracting(NotReached::why)
        .isEqualTo(Why.CONTACT_WRONG);
  }

  @Test
  void aComplaintStopsTheChannelAtOnceAndSomebodyIsTold() {
    told(PHONE, OTHER, MAIL);
    heard(sent(), Word.COMPLAINT);
    assertThat(channels()).containsExactly(Channel.EMAIL);
    assertThat(safe()).containsExactly(MAIL);
    assertThat(unreached()).singleElement().extracting(NotReached::why).isEqualTo(Why.NOT_FOR_THEM);
  }

  @Test
  void ofACodeNothingIsKeptThatLeadsToItsContact() {
    var code = post.queued(post.one(), Kind.CODE, "hello");
    crew.hand().work();
    assertThat(post.state(code)).isEqualTo("HANDED_OVER");
    assertThat(post.list("select 1 from police.delivery_attempt where contact_digest is not null"))
        .isEmpty();
  }

  private UUID sent() {
    post.queue(post.one(), List.of(notice));
    crew.hand().work();
    return provider.ledger().getLast().attempt();
  }

  private int heard(UUID attempt, Word word) {
    return post.in(
        post.one(), () -> receipts.heard(List.of(new Receipt(attempt, word, clock.instant()))));
  }

  private void told(Contact... known) {
    var points = java.util.stream.Stream.of(known).map(it -> new Point(it, true, false)).toList();
    post.in(
        post.one(),
        () ->
            contacts.replace(
                List.of(
                    new PersonContacts(person.personId(), person.caseId(), key, "en", points))));
  }

  private void stop(Channel channel) {
    post.in(
        post.one(),
        () -> {
          contacts.stop(person.personId(), channel);
          return channel;
        });
  }

  private List<Contact> safe() {
    return post.in(post.one(), () -> contacts.safe(Map.of(person.personId(), key)))
        .values()
        .iterator()
        .next()
        .contacts();
  }

  private java.util.Set<Channel> channels() {
    return post.in(post.one(), () -> plans.of(List.of(person.personId())))
        .values()
        .iterator()
        .next()
        .channels();
  }

  private List<NotReached> unreached() {
    return events.stream(PeopleNotReached.class).flatMap(it -> it.people().stream()).toList();
  }
}
