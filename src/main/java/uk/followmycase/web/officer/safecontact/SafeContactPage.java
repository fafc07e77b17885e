package uk.followmycase.web.officer.safecontact;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.desk.CaseSight;
import uk.followmycase.cases.desk.CaseSight.OnCase;
import uk.followmycase.cases.desk.PlanDesk.Shown;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.web.frame.plan.PlanForm;

/**
 * How somebody may be reached.
 *
 * @param form as typed, or as officers said before
 * @param note as typed
 * @param said end of the key of what became of the form; empty for none
 */
record SafeContactPage(
    CaseSight file,
    OnCase person,
    Shown plan,
    PlanForm form,
    String note,
    Map<String, String> faults,
    String said) {

  static SafeContactPage of(CaseSight file, OnCase person, Shown plan, String said) {
    var before = plan.said().getOrDefault(Source.OFFICER, Plan.NONE);
    return new SafeContactPage(file, person, plan, PlanForm.of(before), "", Map.of(), said);
  }

  /** With what was typed, and what is wrong with it or came in between. */
  SafeContactPage typed(PlanForm typed, String note, Map<String, String> faults, String said) {
    return new SafeContactPage(file, person, plan, typed, note, faults, said);
  }

  /** Where the person's page stands. */
  String back() {
    return "/desk/cases/" + file.page().handle() + "/people/" + person.handle();
  }

  /** Where it stands itself. */
  String address() {
    return back() + "/plan";
  }

  /** What a source says; null when it says nothing. */
  @Nullable Plan by(Source source) {
    return plan.said().get(source);
  }
}
