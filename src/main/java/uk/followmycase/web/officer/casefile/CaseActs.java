package uk.followmycase.web.officer.casefile;

import java.util.List;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.CaseSight;

/** What can be done to a case from its page, in the order in which it is offered. */
final class CaseActs {

  private static final List<CaseAct> ALL =
      List.of(
          new CaseAct(Act.POST_UPDATE, "/timeline", "desk.case.act.timeline"),
          new CaseAct(Act.RECORD_CALLER, "/caller", "desk.case.act.caller"));

  private CaseActs() {}

  static List<CaseAct> of(CaseSight sight) {
    return ALL.stream().filter(one -> sight.may(one.act())).toList();
  }
}
