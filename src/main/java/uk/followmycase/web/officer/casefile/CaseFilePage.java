package uk.followmycase.web.officer.casefile;

import static uk.followmycase.cases.desk.TaskKind.ACCESS_SUSPENDED;
import static uk.followmycase.cases.desk.TaskKind.NEEDS_A_PERSON;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.CasePages.Page;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.cases.desk.CaseSight;
import uk.followmycase.cases.desk.CaseSight.OnCase;
import uk.followmycase.cases.desk.TaskDesk.Shown;
import uk.followmycase.web.frame.Step;

/** A case, with the keys of what is said of it. */
record CaseFilePage(CaseSight sight, List<CaseAct> acts) {

  static CaseFilePage of(CaseSight sight) {
    return new CaseFilePage(sight, CaseActs.of(sight));
  }

  Page page() {
    return sight.page();
  }

  String address() {
    return "/desk/cases/" + page().handle();
  }

  /** Who came by a search goes back to it. */
  String back() {
    return sight.bond().allocated() ? "/" : "/desk/search";
  }

  String backKey() {
    return sight.bond().allocated() ? "desk.case.back" : "desk.back.search";
  }

  List<Step> steps() {
    return Step.way(page().stage(), page().outcome());
  }

  String next() {
    return Step.key(page().stage()) + ".next";
  }

  /** Those who wait for somebody to decide. */
  List<OnCase> held() {
    return sight.people().stream().filter(OnCase::held).toList();
  }

  /** Where somebody decides about a person who waits for it; empty where nobody can. */
  Optional<String> decision(OnCase person) {
    return sight.tasks(person).stream()
        .filter(Shown::live)
        .filter(
            task -> task.line().kind() == NEEDS_A_PERSON || task.line().kind() == ACCESS_SUSPENDED)
        .findFirst()
        .map(CaseFilePage::task);
  }

  /** What waits about the case and people on it. */
  List<Shown> tasks() {
    return sight.tasks().stream().filter(Shown::live).toList();
  }

  static String task(Shown task) {
    return "/desk/tasks/" + task.line().handle();
  }

  boolean whole() {
    return sight.may(Act.SEE_FILE);
  }

  boolean readers() {
    return sight.may(Act.SEE_READERS);
  }

  String bond() {
    return "desk.bond." + sight.bond().code();
  }

  static String bond(Bond bond) {
    return "desk.reader." + bond.code();
  }

  static String role(OnCase person) {
    return "desk.person." + code(person.role());
  }

  static String access(OnCase person) {
    return "desk.access." + (person.access() == null ? "none" : code(person.access()));
  }

  static String standing(OnCase person) {
    return "desk.standing." + code(person.standing());
  }

  static String event(AuditAction what) {
    return "desk.event." + code(what);
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
