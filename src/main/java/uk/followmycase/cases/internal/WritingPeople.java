package uk.followmycase.cases.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.Marks;
import uk.followmycase.cases.Report.Person;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.delivery.ContactPoints;
import uk.followmycase.delivery.ContactPoints.PersonContacts;
import uk.followmycase.delivery.Plan;
import uk.followmycase.tenancy.keys.ForceKeys;

/** Writes who is on cases with a new state, and how they can be reached. */
@Component
class WritingPeople {

  private final PersonRows rows;
  private final ContactPoints contacts;
  private final ForceKeys keys;
  private final Marks marks;
  private final Tasks tasks;

  WritingPeople(PersonRows rows, ContactPoints contacts, ForceKeys keys, Marks marks, Tasks tasks) {
    this.tasks = tasks;
    this.rows = rows;
    this.contacts = contacts;
    this.keys = keys;
    this.marks = marks;
  }

  /** Writes those who are new, changed or off the case. */
  List<CasePeople> write(List<OpenCase> cases) {
    var held =
        rows.held(cases.stream().map(OpenCase::id).toList()).stream()
            .collect(groupingBy(PersonRow.HeldPerson::caseId));
    var people = new ArrayList<CasePeople>();
    for (var open : cases) {
      var newest = Objects.requireNonNull(open.newest());
      var before = held.getOrDefault(open.id(), List.<PersonRow.HeldPerson>of());
      people.add(CasePeople.of(open, newest, before, keys, marks));
    }
    var changed = people.stream().flatMap(each -> each.changed().stream()).toList();
    if (!changed.isEmpty()) {
      rows.write(changed);
      // Before the contacts: one that is known to be wrong is a task again.
      tasks.close(TaskKind.CONTACT_WRONG, corrected(people));
      contacts.replace(people.stream().flatMap(each -> contacts(each).stream()).toList());
    }
    return people;
  }

  private static Set<UUID> corrected(List<CasePeople> people) {
    return people.stream().flatMap(each -> each.contactsChanged().stream()).collect(toSet());
  }

  private static List<PersonContacts> contacts(CasePeople people) {
    return people.changed().stream().map(row -> contacts(people, row)).toList();
  }

  private static PersonContacts contacts(CasePeople people, PersonRow row) {
    var told = people.present().get(row.id());
    return new PersonContacts(
        row.id(),
        row.caseId(),
        people.open().key(),
        row.wish(),
        told == null ? List.of() : points(told),
        told == null ? Plan.NONE : told.plan());
  }

  private static List<ContactPoints.Point> points(Person told) {
    var points = new ArrayList<ContactPoints.Point>();
    for (var point : told.points()) {
      if (point.contact() != null) {
        points.add(new ContactPoints.Point(point.contact(), point.safe(), point.shared()));
      }
    }
    return points;
  }
}
