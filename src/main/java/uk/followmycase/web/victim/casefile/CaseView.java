package uk.followmycase.web.victim.casefile;

import java.util.List;
import uk.followmycase.cases.CasePages.Page;
import uk.followmycase.tenancy.ForceSettings.Contact;
import uk.followmycase.web.frame.Step;

/** A case, the way it has come, and how to reach its police. */
record CaseView(Page page, List<Step> steps, Contact contact) {

  static CaseView of(Page page, Contact contact) {
    return new CaseView(page, Step.way(page.stage(), page.outcome()), contact);
  }

  /** Key of what happens next. */
  String next() {
    return Step.key(page.stage()) + ".next";
  }
}
