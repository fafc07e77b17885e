package uk.followmycase.web.officer.caller;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.followmycase.cases.desk.Openings.Callable;
import uk.followmycase.cases.desk.Openings.Check;
import uk.followmycase.tenancy.keys.Handle;

/**
 * Who may be calling, and how they were checked.
 *
 * @param person chosen; empty for nobody yet
 * @param check chosen
 * @param faults by field, keys of their words
 */
record CallerPage(
    Handle file, List<Callable> people, String person, String check, Map<String, String> faults) {

  /** Where there is one person only, it is they. */
  static CallerPage of(Handle file, List<Callable> people) {
    var only = people.size() == 1 ? people.getFirst().person().toString() : "";
    return new CallerPage(file, people, only, "", Map.of());
  }

  CallerPage failed(String whoever, String however) {
    var wrong = new LinkedHashMap<String, String>();
    if (Handle.parse(whoever).isEmpty()) {
      wrong.put("person", "desk.caller.fault.person");
    }
    if (CallerPages.check(however).isEmpty()) {
      wrong.put("check", "desk.caller.fault");
    }
    return new CallerPage(file, people, whoever, however, wrong);
  }

  String address() {
    return "/desk/cases/" + file + "/caller";
  }

  boolean chose(Callable one) {
    return one.person().toString().equals(person);
  }

  boolean chose(Check one) {
    return CallerPages.code(one).equals(check);
  }

  static String role(Callable one) {
    return "desk.person." + one.role().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
