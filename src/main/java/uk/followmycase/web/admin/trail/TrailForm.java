package uk.followmycase.web.admin.trail;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.identity.StaffNames;

/**
 * Whose trail somebody asks for: a case's by its reference, or that of somebody of staff.
 *
 * @param byCase which of the two
 */
record TrailForm(String reference, String collarNumber, boolean byCase) {

  static final TrailForm EMPTY = new TrailForm("", "", true);

  private static final int LONGEST = 100;

  static TrailForm read(Map<String, String> typed) {
    return new TrailForm(
        text(typed, "reference"), text(typed, "collar"), !"staff".equals(typed.get("by")));
  }

  private static String text(Map<String, String> typed, String name) {
    var text = typed.getOrDefault(name, "").strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  ModelAndView page() {
    return page(Map.of(), List.of());
  }

  /** Shows what was typed, and what is wrong with it. */
  ModelAndView fault(String field, String key) {
    var page = page(Map.of(field, key), List.of());
    page.setStatus(HttpStatus.BAD_REQUEST);
    return page;
  }

  /** A collar number may be given again to somebody else. */
  ModelAndView several(List<StaffNames.Known> found) {
    return page(Map.of(), found);
  }

  private ModelAndView page(Map<String, String> faults, List<StaffNames.Known> found) {
    return new ModelAndView("web/admin/trail/ask", "form", this)
        .addObject("faults", faults)
        .addObject("found", found)
        .addObject("back", "/desk/trail");
  }
}
