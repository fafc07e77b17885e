package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import uk.followmycase.delivery.events.NewsCameBack;
import uk.followmycase.delivery.events.PeopleNotReached;
import uk.followmycase.delivery.events.PeopleNotReached.NotReached;
import uk.followmycase.delivery.events.PeopleNotReached.Why;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;

/** A contact that a provider will never take is given up, and the next safe one is used. */
@DeliveryTest
@RecordApplicationEvents
class RefusedContactTests {

  private static final Contact PHONE = new Contact(Channel.TEXT, Post.PHONE);
  private static final Contact MAIL = new Contact(Channel.EMAIL, "somebody9402@example.org");

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired ScriptedProvider provider;
  @Autowired Recording recording;
  @Autowired ContactPoints contacts;
  @Autowired ForceKeys keys;
  @Autowired ApplicationEvents events;

  private Notice notice;
  private Recipient person;
  private DataKey key;

  @BeforeEach
  void clear() {
    post.clear();
    provider.reset();
    notice = post.notice(Kind.UPDATE, "9402");
    person = Objects.requireNonNull(notice.recipient());
    key = post.in(post.one(), () -> keys.newDataKey(person.caseId()));
  }

  @Test
  void newsGoesByTheNextSafeContact() {
    refused(new Handover.Refused("rejected-550", true), PHONE, MAIL);
    assertThat(safe()).containsExactly(MAIL);
    assertThat(events.stream(NewsCameBack.class))
        .singleElement()
        .matches(back -> back.person().equals(person))
        .matches(back -> back.until().equals(notice.expiresAt()));
    assertThat(unreached()).isEmpty();
    assertThat(post.state(notice)).isEqualTo("REFUSED");
  }

  @Test
  void withoutAnotherAPersonHasToTell() {
    refused(new Handover.Refused("rejected-550", true), PHONE);
    assertThat(safe()).isEmpty();
    assertThat(events.stream(NewsCameBack.class)).isEmpty();
    assertThat(unreached()).containsExactlyInAnyOrder(Why.CONTACT_WRONG, Why.NO_SAFE_WAY);
  }

  /** Its words may be what the provider will not have. */
  @Test
  void aRefusalForAnotherReasonLeavesTheContact() {
    refused(new Handover.Refused("rejected-554"), PHONE, MAIL);
    assertThat(safe()).containsExactly(PHONE, MAIL);
    assertThat(events.stream(NewsCameBack.class))
        .singleElement()
        .matches(back -> back.person().equals(person) && back.notBy() == Channel.TEXT);
    assertThat(unreached()).isEmpty();
  }

  @Test
  void aRefusalForAnotherReasonOfTheOnlyContactIsForAPerson() {
    refused(new Handover.Refused("rejected-554"), PHONE);
    assertThat(safe()).containsExactly(PHONE);
    assertThat(unreached()).containsExactly(Why.NO_SAFE_WAY);
  }

  /** Link and code are on two ways, and stay there. */
  @Test
  void anInvitationThatIsRefusedForAnotherReasonIsForAPerson() {
    notice = post.notice(Kind.INVITATION, "9402");
    person = Objects.requireNonNull(notice.recipient());
    refused(new Handover.Refused("rejected-554"), PHONE, MAIL);
    assertThat(unreached()).containsExactly(Why.FAILED);
  }

  /** Whatever may have gone wrong between the refusal and this. */
  @Test
  void whereNothingFollowedFromARefusalAPersonHasToTell() {
    knows(PHONE, MAIL);
    post.queue(post.one(), List.of(notice));
    var hand = crew.hand();
    var parcel = hand.prepareAndBeLost(hand.claim(10)).getFirst();
    var refused = new Outcome(parcel, new Handover.Refused("rejected-550", true));
    ForceBinding.run(post.one(), () -> recording.record(List.of(refused)));
    assertThat(post.state(notice)).isEqualTo("REFUSED");
    assertThat(unreached()).containsExactly(Why.FAILED);
  }

  private List<Why> unreached() {
    return events.stream(PeopleNotReached.class)
        .flatMap(it -> it.people().stream())
        .filter(it -> it.personId().equals(person.personId()))
        .map(NotReached::why)
        .toList();
  }

  private void refused(Handover.Refused answer, Contact... known) {
    knows(known);
    post.queue(post.one(), List.of(notice));
    provider.answers(answer);
    crew.hand().work();
  }

  private void knows(Contact... known) {
    var points = java.util.stream.Stream.of(known).map(it -> new Point(it, true, false)).toList();
    post.in(
        post.one(),
        () ->
            contacts.replace(
                List.of(
                    new PersonContacts(person.personId(), person.caseId(), key, "en", points))));
  }

  private List<Contact> safe() {
    return post.in(post.one(), () -> contacts.safe(Map.of(person.personId(), key)))
        .values()
        .iterator()
        .next()
        .contacts();
  }
}
