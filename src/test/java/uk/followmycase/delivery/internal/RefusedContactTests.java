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
import uk.followmycase.delivery.events.PeopleNotReached;
import uk.followmycase.delivery.events.UpdateCameBack;
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
    assertThat(events.stream(UpdateCameBack.class))
        .singleElement()
        .matches(back -> back.person().equals(person))
        .matches(back -> back.until().equals(notice.expiresAt()));
    assertThat(post.state(notice)).isEqualTo("REFUSED");
  }

  @Test
  void withoutAnotherAPersonHasToTell() {
    refused(new Handover.Refused("rejected-550", true), PHONE);
    assertThat(safe()).isEmpty();
    assertThat(events.stream(UpdateCameBack.class)).isEmpty();
    assertThat(events.stream(PeopleNotReached.class).flatMap(it -> it.people().stream()))
        .isNotEmpty()
        .allMatch(it -> it.personId().equals(person.personId()));
  }

  /** Its words may be what the provider will not have. */
  @Test
  void aRefusalForAnotherReasonLeavesTheContact() {
    refused(new Handover.Refused("rejected-554"), PHONE, MAIL);
    assertThat(safe()).containsExactly(PHONE, MAIL);
    assertThat(events.stream(UpdateCameBack.class)).isEmpty();
  }

  private void refused(Handover.Refused answer, Contact... known) {
    var points = java.util.stream.Stream.of(known).map(it -> new Point(it, true, false)).toList();
    post.in(
        post.one(),
        () ->
            contacts.replace(
                List.of(
                    new PersonContacts(person.personId(), person.caseId(), key, "en", points))));
    post.queue(post.one(), List.of(notice));
    provider.answers(answer);
    crew.hand().work();
  }

  private List<Contact> safe() {
    return post.in(post.one(), () -> contacts.safe(Map.of(person.personId(), key)))
        .values()
        .iterator()
        .next()
        .contacts();
  }
}
