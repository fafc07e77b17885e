package uk.followmycase.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.cases.desk.CaseSight;
import uk.followmycase.cases.desk.DeskCases;
import uk.followmycase.cases.desk.DeskPolicy;
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
    var bond = rights.decide(who, tied.ties(), Act.SEE_PAGE);
    bond.ifPresent(by -> looks.seen(who, tied.ties().caseId(), by));
    return bond.map(by -> sight(who, tied, by));
  }

  private CaseSight sight(StaffMember who, TieRows.Tied tied, Bond bond) {
    var ties = tied.ties();
    var acts = DeskPolicy.STANDING.acts(who.roles(), ties.bonds());
    var id = ties.caseId();
    var on = people.on(Map.of(id, keys.dataKey(id, ties.wrapped())));
    var whole = acts.contains(Act.SEE_FILE);
    return new CaseSight(
        pages.page(ties.handle(), tied.words(), tied.toldAt(), tied.heard(), false),
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
    return shown.of(taskRows.aboutPeople(caseId), who, handles);
  }
}
