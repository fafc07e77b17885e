package uk.followmycase.web.officer.search;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.DeskCases;
import uk.followmycase.cases.desk.For;
import uk.followmycase.cases.desk.Search;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;

/** Finds cases. A form is sent, so that nothing personal stands in an address. */
@Controller
@On(Site.DESK)
class SearchPages {

  private static final String ADDRESS = "/desk/search";

  private final DeskCases cases;

  SearchPages(DeskCases cases) {
    this.cases = cases;
  }

  @GetMapping(ADDRESS)
  @For(Act.SEARCH)
  ModelAndView page() {
    return shown(SearchForm.EMPTY, null, Map.of());
  }

  @PostMapping(ADDRESS)
  @For(Act.SEARCH)
  ModelAndView search(
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String text,
      @AuthenticationPrincipal StaffMember member) {
    var form = new SearchForm(by, text);
    var found =
        text.isBlank() || text.length() > 300
            ? null
            : form.kind().map(kind -> cases.search(member, kind, text)).orElse(null);
    return shown(form, found, form.faults(found));
  }

  private static ModelAndView shown(
      SearchForm form, @Nullable Search found, Map<String, String> faults) {
    var model = new HashMap<String, @Nullable Object>();
    model.put("form", form);
    model.put("found", faults.isEmpty() ? found : null);
    model.put("faults", faults);
    model.put("back", ADDRESS);
    return new ModelAndView("web/officer/search/search", model);
  }
}
