package uk.followmycase.web.victim.cases;

import java.util.List;
import java.util.Map;
import uk.followmycase.cases.CasePages.Line;

/**
 * Somebody's cases.
 *
 * @param lines those with this force, newest change first
 * @param elsewhere portals of other forces that hold a case for the same account
 * @param phone of this force
 */
record YourCasesPage(List<Line> lines, List<Portal> elsewhere, String phone) {

  /** Another force's portal. */
  record Portal(Map<String, String> name, String address) {}
}
