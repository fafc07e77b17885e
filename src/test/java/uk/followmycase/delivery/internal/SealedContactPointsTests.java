package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import uk.followmycase.delivery.ContactPoints.SafeContacts;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.events.PeopleNotReached;
import uk.followmycase.delivery.events.PeopleNotReached.NotReached;
import uk.followmycase.delivery.events.PeopleNotReached.Why;
import uk.followmycase.support.StatementCount;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.tenancy.keys.SealBroken;

/** What is held about how to reach people, and what of it is given out. */
@DeliveryTest
@RecordApplicationEvents
class SealedContactPointsTests {

  private static final Contact PHONE = new Contact(Channel.TEXT, "+447700900111");
  private static final Contact OTHER_PHONE = new Contact(Channel.TEXT, "+447700900222");
  private static final Contact MAIL = new Contact(Channel.EMAIL, "sam@example.org");

  @Autowired Post post;
  @Autowired ContactPoints contacts;
  @Autowired ForceKeys keys;
  @Autowired StatementCount statements;
  @Autowired ApplicationEvents events;

  private final UUID person = Handle.rowId();
  private final UUID file = Handle.rowId();

  private ForceId force;
  private DataKey key;

  @BeforeEach
  void clear() {
    post.clear();
    force = post.one();
    key = post.in(force, () -> keys.newDataKey(file));
  }

  @Test
  void safeContactsComeBackInTheirOrderWithTheWish() {
    replace("cy", safe(MAIL), safe(PHONE));
    assertThat(safeContacts()).isEqualTo(new SafeContacts(List.of(MAIL, PHONE), "cy"));
  }

  @Test
  void anUnsafeContactIsNeverGivenOut() {
    replace("en", safe(MAIL), new Point(PHONE, false, false));
    assertThat(safeContacts().contacts()).containsExactly(MAIL);
    replace("en", safe(MAIL), safe(PHONE), new Point(PHONE, false, true));
    assertThat(safeContacts().contacts()).containsExactly(MAIL);
    replace("en", new Point(MAIL, false, false));
    assertThat(safeContacts().contacts()).isEmpty();
  }

  @Test
  void whoseContactsChangedIsTold() {
    assertThat(replace(null, safe(PHONE), safe(MAIL))).containsExactly(person);
    assertThat(replace("cy", safe(PHONE), safe(MAIL))).isEmpty();
    assertThat(replace("cy", safe(MAIL), safe(PHONE))).isEmpty();
    assertThat(replace("cy", safe(MAIL), new Point(PHONE, true, true))).containsExactly(person);
    assertThat(replace("cy", safe(MAIL), new Point(PHONE, false, true))).containsExactly(person);
    assertThat(replace("cy", safe(MAIL))).containsExactly(person);
    assertThat(replace("cy", safe(MAIL), safe(OTHER_PHONE))).containsExactly(person);
    assertThat(replace("cy")).containsExactly(person);
    assertThat(replace("cy")).isEmpty();
    assertThat(safeContacts()).isEqualTo(new SafeContacts(List.of(), "cy"));
  }

  @Test
  void aStoppedChannelStaysStopped() {
    replace("en", safe(PHONE), safe(MAIL));
    stop(Channel.TEXT);
    assertThat(safeContacts().contacts()).containsExactly(MAIL);
    replace("en", safe(MAIL));
    replace("en", safe(PHONE), safe(MAIL));
    assertThat(safeContacts().contacts()).containsExactly(MAIL);
  }

  @Test
  void aContactThatIsGivenUpIsGivenUpForEverybodyWhoHasIt() {
    var other = Handle.rowId();
    replace("en", safe(MAIL));
    post.in(
        force,
        () ->
            contacts.replace(
                List.of(
                    new PersonContacts(other, file, key, "cy", List.of(safe(MAIL), safe(PHONE))))));
    stop(Channel.EMAIL);
    var both = post.in(force, () -> contacts.safe(Map.of(person, key, other, key)));
    assertThat(both.get(person)).isEqualTo(new SafeContacts(List.of(), "en"));
    assertThat(both.get(other)).isEqualTo(new SafeContacts(List.of(PHONE), "cy"));
  }

  /** The records system tells of it again with every new case of the same victim. */
  @Test
  void aContactThatWasGivenUpIsNotUsedOnALaterCase() {
    replace("en", safe(MAIL), safe(PHONE));
    stop(Channel.EMAIL);
    var later = new Recipient(Handle.rowId(), Handle.rowId());
    var points = List.of(safe(MAIL), safe(PHONE));
    var told = new PersonContacts(later.personId(), later.caseId(), key, "en", points);
    assertThat(post.in(force, () -> contacts.replace(List.of(told))))
        .containsExactly(later.personId());
    assertThat(post.in(force, () -> contacts.safe(Map.of(later.personId(), key))).values())
        .singleElement()
        .isEqualTo(new SafeContacts(List.of(PHONE), "en"));
    assertThat(unreached(later)).containsExactly(Why.NOT_FOR_THEM);
    post.in(force, () -> contacts.replace(List.of(told)));
    assertThat(unreached(later)).hasSize(1);
    var elsewhere = post.in(post.two(), () -> keys.newDataKey(file));
    var there = new PersonContacts(Handle.rowId(), file, elsewhere, "en", points);
    post.in(post.two(), () -> contacts.replace(List.of(there)));
    assertThat(
            post.in(post.two(), () -> contacts.safe(Map.of(there.personId(), elsewhere))).values())
        .singleElement()
        .isEqualTo(new SafeContacts(List.of(MAIL, PHONE), "en"));
  }

  private List<Why> unreached(Recipient person) {
    return events.stream(PeopleNotReached.class)
        .flatMap(it -> it.people().stream())
        .filter(it -> it.personId().equals(person.personId()))
        .map(NotReached::why)
        .toList();
  }

  @Test
  void anotherForceAndAnotherKeySeeNothing() {
    replace("en", safe(MAIL));
    assertThat(post.in(post.two(), () -> contacts.safe(Map.of(person, key)))).isEmpty();
    var wrong = post.in(force, () -> keys.newDataKey(Handle.rowId()));
    assertThatThrownBy(() -> post.in(force, () -> contacts.safe(Map.of(person, wrong))))
        .isInstanceOf(SealBroken.class);
  }

  @Test
  void onlyWhatIsSafeAndOfThisPersonIsFoundInManyPeople() {
    var people = java.util.stream.Stream.generate(Handle::rowId).limit(100).toList();
    var batch =
        people.stream()
            .map(id -> new PersonContacts(id, file, key, "en", List.of(safe(PHONE), safe(MAIL))))
            .toList();
    var byPerson = new java.util.HashMap<UUID, DataKey>();
    people.forEach(id -> byPerson.put(id, key));
    assertThat(statements.of(() -> post.in(force, () -> contacts.replace(batch)))).isEqualTo(2);
    assertThat(statements.of(() -> post.in(force, () -> contacts.safe(byPerson)))).isEqualTo(2);
    assertThat(post.in(force, () -> contacts.safe(byPerson)))
        .hasSize(100)
        .allSatisfy((id, safe) -> assertThat(safe.contacts()).containsExactly(PHONE, MAIL));
  }

  private Set<UUID> replace(@Nullable String wish, Point... points) {
    return post.in(
        force,
        () ->
            contacts.replace(
                List.of(new PersonContacts(person, file, key, wish, List.of(points)))));
  }

  private void stop(Channel channel) {
    post.in(
        force,
        () -> {
          contacts.stop(person, channel);
          return channel;
        });
  }

  private SafeContacts safeContacts() {
    return post.in(force, () -> contacts.safe(Map.of(person, key))).values().iterator().next();
  }

  private static Point safe(Contact contact) {
    return new Point(contact, true, false);
  }
}
