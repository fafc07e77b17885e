package uk.followmycase.cases.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.Marks;
import uk.followmycase.cases.Report.Person;
import uk.followmycase.cases.Report.Point;
import uk.followmycase.delivery.Contact;
import uk.followmycase.eligibility.CollisionRegister.Kind;
import uk.followmycase.eligibility.CollisionRegister.Mark;
import uk.followmycase.eligibility.PersonFacts.Role;

/** Reads the people of a case, and turns suspects and other parties into marks. */
@Component
class ReadPeople {

  private static final int MOST = 200;
  private static final int LONGEST_ID = 50;

  private final ReadContacts contacts;
  private final ReadContactPlan plans;
  private final Marks marks;
  private final Canonical canonical;

  ReadPeople(ReadContacts contacts, ReadContactPlan plans, Marks marks, Canonical canonical) {
    this.contacts = contacts;
    this.plans = plans;
    this.marks = marks;
    this.canonical = canonical;
  }

  /** Everybody on the case. */
  List<Person> people(@Nullable List<@Nullable PersonBody> bodies, Field at, Faults notes) {
    var ids = new HashSet<String>();
    var people = new ArrayList<Person>();
    var told = at.list(bodies, MOST);
    for (var i = 0; i < told.size(); i++) {
      var person = person(told.get(i), at.at(i), notes);
      if (person != null && !ids.add(person.id())) {
        at.at(i).at("id").fault("Twice", "Give each person once, in the role that matters most");
      } else if (person != null) {
        people.add(person);
      }
    }
    var sharing = sharing(people);
    return sharing.isEmpty() ? people : people.stream().map(p -> shared(p, sharing)).toList();
  }

  /** Marks of suspects and other parties: all that leaves this door. */
  List<Mark> others(@Nullable List<@Nullable PartyBody> bodies, Field at) {
    var found = new ArrayList<Mark>();
    var told = at.list(bodies, MOST);
    for (var i = 0; i < told.size(); i++) {
      var id = at.at(i).at("id").text(told.get(i).id(), LONGEST_ID);
      if (id != null) {
        found.add(new Mark(null, Kind.SOURCE_ID, marks.id(id)));
      }
      found.addAll(contacts.marks(told.get(i).contacts(), at.at(i).at("contacts")));
    }
    return found;
  }

  private @Nullable Person person(PersonBody body, Field at, Faults notes) {
    var id = at.at("id").text(body.id(), LONGEST_ID);
    var role = at.at("role").requiredWord(body.role(), ToldRole.class);
    var name = at.at("name").optionalText(body.name(), 200);
    var born = at.at("bornOn").date(body.bornOn());
    var language = at.at("language").word(body.language(), Language.class);
    var points = contacts.points(body.contacts(), at.at("contacts"), notes);
    var plan = plans.plan(body.contactPlan(), at.at("contactPlan"));
    if (id == null || role == null) {
      return null;
    }
    return new Person(
        id,
        Role.valueOf(role.name()),
        name,
        born,
        language == null ? null : Field.written(language),
        Boolean.TRUE.equals(body.enhancedRights()),
        points,
        marks.id(id),
        marks.content("a person", canonical.of(body)),
        plan);
  }

  /** What two people on the case have in common: the one can read what the other gets. */
  private static Set<Contact> sharing(List<Person> people) {
    Map<Contact, String> owners = new HashMap<>();
    Set<Contact> shared = new HashSet<>();
    for (var person : people) {
      for (var point : person.points()) {
        if (point.contact() != null) {
          var owner = owners.putIfAbsent(point.contact(), person.id());
          if (owner != null && !owner.equals(person.id())) {
            shared.add(point.contact());
          }
        }
      }
    }
    return shared;
  }

  private Person shared(Person told, Set<Contact> sharing) {
    var points = told.points().stream().map(point -> shared(point, sharing)).toList();
    if (points.equals(told.points())) {
      return told;
    }
    return new Person(
        told.id(),
        told.role(),
        told.name(),
        told.born(),
        told.wish(),
        told.enhancedRights(),
        points,
        told.mark(),
        marks.content("a person who shares", java.util.HexFormat.of().formatHex(told.digest())),
        told.plan());
  }

  private static Point shared(Point point, Set<Contact> sharing) {
    return point.contact() == null || point.shared() || !sharing.contains(point.contact())
        ? point
        : new Point(
            point.kind(), point.written(), point.contact(), point.digest(), point.safe(), true);
  }

  /** Roles that records systems tell of; representatives are the force's own to add. */
  enum ToldRole {
    VICTIM,
    WITNESS,
    REPORTING_PERSON,
    GUARDIAN,
    NEXT_OF_KIN,
    BUSINESS_CONTACT
  }

  /** Languages that a person may wish for. */
  enum Language {
    EN,
    CY
  }
}
