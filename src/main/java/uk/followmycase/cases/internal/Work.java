package uk.followmycase.cases.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Worklist;
import uk.followmycase.cases.desk.Worklist.Line;
import uk.followmycase.cases.desk.Worklist.Of;
import uk.followmycase.cases.internal.ListedPeople.Listed;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.StaffRole;

/** Puts a page of work together; only what it shows is opened. */
@Component
class Work {

  private static final int LAST_PAGE = 10_000;

  private final WorkRows rows;
  private final ListedPeople people;
  private final Looks looks;
  private final Forces forces;
  private final Clock clock;

  Work(WorkRows rows, ListedPeople people, Looks looks, Forces forces, Clock clock) {
    this.rows = rows;
    this.people = people;
    this.looks = looks;
    this.forces = forces;
    this.clock = clock;
  }

  Optional<Worklist> list(StaffMember who, @Nullable Of wanted, int page) {
    var lists = Rights.may(who, Act.SEE_WORK) ? lists(who) : List.<Of>of();
    var of = wanted == null && !lists.isEmpty() ? lists.getFirst() : wanted;
    return of == null || !lists.contains(of)
        ? Optional.empty()
        : Optional.of(list(who, of, lists, Math.clamp(page, 1, LAST_PAGE)));
  }

  private static List<Of> lists(StaffMember who) {
    return Stream.of(Of.values())
        .filter(
            of ->
                switch (of) {
                  case OFFICER -> who.is(StaffRole.OFFICER);
                  case UNITS -> who.is(StaffRole.SUPERVISOR);
                  case HELD -> who.is(StaffRole.SAFEGUARDING);
                })
        .toList();
  }

  private Worklist list(StaffMember who, Of of, List<Of> lists, int page) {
    var found = rows.page(who, of, page);
    var on = people.on(WorkRows.keys(found));
    looks.listed(who, found.stream().map(WorkRows.Row::id).toList(), of.name());
    var others = new ArrayList<>(lists);
    others.remove(of);
    var total = found.isEmpty() ? 0 : found.getFirst().total();
    return new Worklist(
        of,
        others,
        page,
        total,
        found.stream().map(row -> line(row, on.getOrDefault(row.id(), List.of()))).toList());
  }

  private Line line(WorkRows.Row row, List<Listed> on) {
    var settings = forces.current().settings();
    var dueOn = row.since().plus(settings.updateEvery()).atZone(settings.zone()).toLocalDate();
    return new Line(
        row.handle(),
        row.words().reference(),
        row.offenceClass(),
        row.stage(),
        row.officer(),
        on.stream().flatMap(person -> Stream.ofNullable(person.victim())).toList(),
        (int) on.stream().filter(Listed::held).count(),
        (int) on.stream().filter(Listed::shut).count(),
        row.updatedAt(),
        dueOn,
        dueOn.isBefore(settings.day(clock.instant())));
  }
}
