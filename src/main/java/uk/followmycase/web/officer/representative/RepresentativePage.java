package uk.followmycase.web.officer.representative;

import java.util.Map;
import uk.followmycase.cases.desk.CaseSight;
import uk.followmycase.cases.desk.CaseSight.OnCase;

/**
 * The form for somebody who is to see a case for a person on it.
 *
 * @param faults by field, keys of their words
 */
record RepresentativePage(
    CaseSight file, OnCase person, RepresentativeForm form, Map<String, String> faults) {

  /** Where the person stands. */
  String back() {
    return "/desk/cases/" + file.page().handle() + "/people/" + person.handle();
  }

  /** Where the form goes. */
  String address() {
    return back() + "/representatives";
  }
}
