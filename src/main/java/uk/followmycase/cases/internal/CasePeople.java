package uk.followmycase.cases.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.Marks;
import uk.followmycase.cases.Report.Person;
import uk.followmycase.cases.Report.WholeCase;
import uk.followmycase.cases.internal.PersonRow.HeldPerson;
import uk.followmycase.tenancy.keys.Digests;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/**
 * Everybody on a case in its newest version, set against who was there before.
 *
 * @param present by row id
 * @param changed rows to write
 * @param contactsChanged people whose usable contacts are other than before
 */
record CasePeople(
    OpenCase open, Map<UUID, Person> present, List<PersonRow> changed, Set<UUID> contactsChanged) {

  static CasePeople of(
      OpenCase open, WholeCase newest, List<HeldPerson> held, ForceKeys keys, Marks marks) {
    var people = new CasePeople(open, new LinkedHashMap<>(), new ArrayList<>(), new HashSet<>());
    var before = new HashMap<Digest, HeldPerson>();
    held.forEach(person -> before.put(person.source(), person));
    for (var told : newest.people()) {
      var name = told.name() == null ? null : marks.name(told.name());
      people.add(told, source(told.id(), keys), name, before);
    }
    before.values().stream()
        .filter(person -> !person.gone() && !people.stillRepresents(person))
        .forEach(people::takeOff);
    return people;
  }

  /** The keyed digest of a person's id in the records system. */
  static Digest source(String id, ForceKeys keys) {
    return Digest.of(keys.blind("person on a case", id));
  }

  private void add(
      Person told, Digest source, byte @Nullable [] name, Map<Digest, HeldPerson> before) {
    var held = before.remove(source);
    var id = held == null ? Handle.rowId() : held.id();
    present.put(id, told);
    if (held != null && !held.gone() && Digests.same(held.body(), told.digest())) {
      return;
    }
    var row = PersonRow.of(id, open.id(), source, name, told, open.key());
    changed.add(row);
    if (held != null && !Digests.same(held.safe(), row.safe())) {
      contactsChanged.add(id);
    }
  }

  /** No records system tells of representatives; they go with those they stand for. */
  private boolean stillRepresents(HeldPerson person) {
    return person.represents() != null && present.containsKey(person.represents());
  }

  private void takeOff(HeldPerson person) {
    changed.add(PersonRow.gone(person, open.key()));
    contactsChanged.add(person.id());
  }
}
