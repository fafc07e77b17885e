package uk.followmycase.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.desk.Decisions.Question;
import uk.followmycase.cases.desk.Decisions.Way;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.cases.internal.Standings.Judged;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.eligibility.Verdict.Reason;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;

/** Puts together what somebody needs to know before they decide. */
@Component
class Questions {

  private final GrantRows people;
  private final ForceKeys keys;
  private final SafeContactPlans plans;
  private final ShownTasks shown;

  Questions(GrantRows people, ForceKeys keys, SafeContactPlans plans, ShownTasks shown) {
    this.people = people;
    this.keys = keys;
    this.plans = plans;
    this.shown = shown;
  }

  /** Empty when nobody need decide any more. */
  Optional<Question> of(Task task, Judged person, StaffMember who) {
    return waits(task, person)
        ? Optional.of(question(task, person, who, person.now().reasons()))
        : Optional.empty();
  }

  /** Why somebody is kept out who was in, with all that clashes, whatever the rules make of it. */
  Question ofDanger(Task task, Judged person, StaffMember who) {
    var reasons = new ArrayList<>(person.now().reasons());
    person.clashes().stream()
        .sorted()
        .map(clash -> new Reason("collision", clash.key()))
        .filter(clash -> reasons.stream().noneMatch(known -> known.key().equals(clash.key())))
        .forEach(reasons::add);
    return question(task, person, who, List.copyOf(reasons));
  }

  /** What a form remembers of the question it was made for. */
  static String seen(Task task, Judged person) {
    return task.version() + "." + person.grounds().mark();
  }

  /** The key of the case of somebody who is on it. */
  Optional<DataKey> key(UUID person) {
    return Optional.ofNullable(people.sealed(List.of(person)).get(person))
        .map(row -> keys.dataKey(row.caseId(), row.wrapped()));
  }

  /** What danger has shut is never one person's to decide about. */
  static boolean waits(Task task, Judged person) {
    return task.state().live()
        && person.now().standing() == Standing.NEEDS_PERSON
        && !person.wantsTwo();
  }

  private Question question(Task task, Judged person, StaffMember who, List<Reason> reasons) {
    var found = person.found();
    var key = key(found.personId()).orElseThrow();
    var words =
        Words.open(key, found.personId(), found.words(), Words.Person.PLACE, Words.Person.class);
    return new Question(
        shown.of(task, who),
        words.name(),
        found.role(),
        reasons,
        words.points().stream().flatMap(point -> way(point).stream()).toList(),
        Map.copyOf(plans.said(found.personId())),
        found.grant() != null && found.grant().state() != AccessState.ENDED,
        seen(task, person));
  }

  private static Optional<Way> way(Words.Point point) {
    return contact(point)
        .map(contact -> new Way(contact.channel(), contact.masked(), point.safe(), point.shared()));
  }

  private static Optional<Contact> contact(Words.Point point) {
    return switch (point.kind()) {
      case PHONE -> Contact.phone(point.written());
      case EMAIL -> Contact.email(point.written());
      case ADDRESS, SOURCE_ID -> Optional.empty();
    };
  }

  /** The person that a task is about, among those judged. */
  static Optional<Judged> person(Task task, List<Judged> judged) {
    @Nullable UUID id = task.cause().personId();
    return judged.stream().filter(one -> Objects.equals(one.found().personId(), id)).findFirst();
  }
}
