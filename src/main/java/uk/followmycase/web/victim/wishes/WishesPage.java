package uk.followmycase.web.victim.wishes;

import java.util.Map;
import uk.followmycase.cases.ContactWishes.Shown;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.frame.plan.PlanForm;

/**
 * How we contact somebody.
 *
 * @param form as typed, or as wished for before
 * @param phone of the force
 * @param saved whether a wish was taken just now
 */
record WishesPage(
    Handle handle,
    Shown shown,
    PlanForm form,
    Map<String, String> faults,
    String phone,
    boolean saved) {

  static WishesPage of(Handle handle, Shown shown, String phone, boolean saved) {
    return new WishesPage(handle, shown, PlanForm.of(shown.own()), Map.of(), phone, saved);
  }

  WishesPage failed(PlanForm typed, Map<String, String> faults) {
    return new WishesPage(handle, shown, typed, faults, phone, false);
  }

  /** Where the case stands. */
  String back() {
    return "/cases/" + handle;
  }

  /** Where it stands itself. */
  String address() {
    return back() + "/contact";
  }
}
