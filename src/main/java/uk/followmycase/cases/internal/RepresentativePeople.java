package uk.followmycase.cases.internal;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.Marks;
import uk.followmycase.cases.Report;
import uk.followmycase.cases.desk.Representatives.Somebody;
import uk.followmycase.cases.internal.Standings.Judged;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.ContactPoints;
import uk.followmycase.delivery.ContactPoints.PersonContacts;
import uk.followmycase.eligibility.CollisionRegister;
import uk.followmycase.eligibility.CollisionRegister.Kind;
import uk.followmycase.eligibility.CollisionRegister.Mark;
import uk.followmycase.eligibility.PersonFacts.Role;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Representatives as people on a case: reached, found and judged as all others are. */
@Component
class RepresentativePeople {

  private static final byte[] UNTOLD = {};

  private final PersonRows rows;
  private final ContactPoints contacts;
  private final Marks marks;
  private final ForceKeys keys;

  RepresentativePeople(PersonRows rows, ContactPoints contacts, Marks marks, ForceKeys keys) {
    this.rows = rows;
    this.contacts = contacts;
    this.marks = marks;
    this.keys = keys;
  }

  /** Their marks stand under themselves, so that what is told of the case leaves them alone. */
  CollisionRegister.CaseMarks marks(UUID id, Somebody somebody) {
    var found =
        somebody.contacts().stream()
            .map(one -> new Mark(id, kind(one), Objects.requireNonNull(digest(one))))
            .toList();
    return new CollisionRegister.CaseMarks(id, true, found);
  }

  static CollisionRegister.CaseMarks noMarks(UUID id) {
    return new CollisionRegister.CaseMarks(id, false, List.of());
  }

  /** Whether somebody on the case is of this very name, and has all these contacts. */
  boolean named(Judged of, DataKey key, Somebody somebody) {
    var words = words(of, key);
    return somebody.name().equals(words.name())
        && words.points().size() == somebody.contacts().size()
        && contacts(words).containsAll(somebody.contacts());
  }

  /** Whether a contact is that of somebody on the case. */
  boolean own(Judged of, DataKey key, Somebody somebody) {
    return contacts(words(of, key)).stream().anyMatch(somebody.contacts()::contains);
  }

  private static Words.Person words(Judged of, DataKey key) {
    var found = of.found();
    return Words.open(key, found.personId(), found.words(), Words.Person.PLACE, Words.Person.class);
  }

  private static List<Contact> contacts(Words.Person words) {
    return words.points().stream()
        .flatMap(
            point ->
                point.kind() == Kind.PHONE
                    ? Contact.phone(point.written()).stream()
                    : Contact.email(point.written()).stream())
        .toList();
  }

  void write(UUID id, UUID caseId, DataKey key, Somebody somebody) {
    var points = somebody.contacts().stream().map(this::point).toList();
    var name = "representative " + Handle.random();
    var told =
        new Report.Person(
            name,
            Role.REPRESENTATIVE,
            somebody.name(),
            null,
            somebody.language(),
            false,
            points,
            UNTOLD,
            UNTOLD);
    var source = CasePeople.source(name, keys);
    rows.write(List.of(PersonRow.of(id, caseId, source, marks.name(somebody.name()), told, key)));
    contacts.replace(
        List.of(
            new PersonContacts(
                id,
                caseId,
                key,
                somebody.language(),
                somebody.contacts().stream()
                    .map(one -> new ContactPoints.Point(one, true, false))
                    .toList())));
  }

  /** Nothing is held of them from now on but that they were there. */
  void erase(UUID caseId, UUID id, DataKey key) {
    var held =
        rows.held(List.of(caseId)).stream()
            .filter(person -> person.id().equals(id))
            .findFirst()
            .orElseThrow();
    rows.write(List.of(PersonRow.gone(held, key)));
    contacts.replace(List.of(new PersonContacts(id, caseId, key, null, List.of())));
  }

  private Report.Point point(Contact one) {
    return new Report.Point(kind(one), one.value(), one, digest(one), true, false);
  }

  private byte @Nullable [] digest(Contact one) {
    return marks.contact(kind(one), one.value());
  }

  private static Kind kind(Contact one) {
    return one.channel() == Channel.TEXT ? Kind.PHONE : Kind.EMAIL;
  }
}
