package uk.followmycase.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.cases.CasePages.Page;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.cases.desk.CaseSight;
import uk.followmycase.cases.desk.DeskCases;
import uk.followmycase.cases.desk.DeskPolicy;
import uk.followmycase.cases.desk.Representatives.Sees;
import uk.followmycase.cases.desk.Search;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.cases.desk.Worklist;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Shows cases to staff within their rights, and keeps that they were shown. */
@Service
@Transactional
class DeskSights implements DeskCases {

  private final TieRows rows;
  private final Rights rights;
  private final Looks looks;
  private final DeskPeople people;
  private final Callables callables;
  private final CaseHistory history;
  private final LookRows readers;
  private final ShownPages pages;
  private final TaskRows taskRows;
  private final ShownTasks shown;
  private final Work work;
  private final Finding finding;
  private final ForceKeys keys;

  DeskSights(
      TieRows rows,
      Rights rights,
      Looks looks,
      DeskPeople people,
      Callables callables,
      CaseHistory history,
      LookRows readers,
      ShownPages pages,
      TaskRows taskRows,
      ShownTasks shown,
      Work work,
      Finding finding,
      ForceKeys keys) {
    this.rows = rows;
    this.rights = rights;
    this.looks = looks;
    this.people = people;
    this.callables = callables;
    this.history = history;
    this.readers = readers;
    this.pages = pages;
    this.taskRows = taskRows;
    this.shown = shown;
    this.work = work;
    this.finding = finding;
    this.keys = keys;
  }

  @Override
  public Optional<Worklist> work(StaffMember who, Worklist.@Nullable Of of, int page) {
    return work.list(who, of, page);
  }

  @Override
  public Search search(StaffMember who, Search.By by, String written) {
    return finding.search(who, by, written);
  }

  @Override
  public Optional<CaseSight> look(StaffMember who, Handle file) {
    var tied = rows.withPage(who, file).orElse(null);
    if (tied == null) {
      return Optional.empty();
    }
    var bond = rights.decide(who, tied.ties(), Act.SEE_PAGE).orElse(null);
    if (bond == null) {
      return Optional.empty();
    }
    var ties = tied.ties();
    var id = ties.caseId();
    var on = people.on(Map.of(id, keys.dataKey(id, ties.wrapped())));
    if (bond != Bond.CALLER) {
      looks.seen(who, id, bond);
      return Optional.of(sight(who, tied, bond, on, page(tied)));
    }
    return withCaller(who, tied, callables.present(who, id, on));
  }

  /** What the caller sees and no more, while they may see it themselves. */
  private Optional<CaseSight> withCaller(
      StaffMember who, TieRows.Tied tied, Optional<DeskPeople.Person> caller) {
    var id = tied.ties().caseId();
    if (caller.isEmpty()) {
      looks.refused(who, id, Act.SEE_PAGE, false);
    } else {
      looks.seen(who, id, Bond.CALLER);
    }
    return caller.map(
        person -> {
          var as = person.as();
          var page = page(tied);
          var theirs = as != null && as.sees() == Sees.PROGRESS ? page.progress() : page;
          return sight(who, tied, Bond.CALLER, List.of(person), theirs);
        });
  }

  private Page page(TieRows.Tied tied) {
    var handle = tied.ties().handle();
    return pages.page(handle, tied.words(), tied.toldAt(), tied.heard(), false);
  }

  private CaseSight sight(
      StaffMember who, TieRows.Tied tied, Bond bond, List<DeskPeople.Person> on, Page page) {
    var ties = tied.ties();
    var acts = DeskPolicy.STANDING.acts(who.roles(), ties.bonds());
    var id = ties.caseId();
    var whole = acts.contains(Act.SEE_FILE);
    return new CaseSight(
        page,
        bond,
        ties.until(bond),
        acts,
        on.stream().map(person -> person.sight(whole)).toList(),
        whole ? tasks(who, id, on) : List.of(),
        whole ? history.of(id, on) : List.of(),
        acts.contains(Act.SEE_READERS) ? readers.lately(id) : List.of());
  }

  private List<TaskDesk.Shown> tasks(StaffMember who, UUID caseId, List<DeskPeople.Person> on) {
    var handles =
        on.stream().collect(Collectors.toMap(DeskPeople.Person::id, DeskPeople.Person::handle));
    return shown.of(taskRows.ofCase(caseId), who, handles);
  }
}
