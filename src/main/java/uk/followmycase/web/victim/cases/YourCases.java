package uk.followmycase.web.victim.cases;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.CasePages;
import uk.followmycase.identity.CurrentPerson;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.victim.safety.SafetySeen;

/** Somebody's cases with this force, and the way to those with other forces. */
@Controller
@On(Site.FORCE)
class YourCases {

  private final CasePages cases;
  private final Forces forces;
  private final OtherForces others;

  YourCases(CasePages cases, Forces forces, OtherForces others) {
    this.cases = cases;
    this.forces = forces;
    this.others = others;
  }

  @GetMapping("/cases")
  ModelAndView page(@AuthenticationPrincipal CurrentPerson person, HttpServletRequest request) {
    if (!SafetySeen.by(request)) {
      return new ModelAndView(SeeOther.at("/safety"));
    }
    var page =
        new YourCasesPage(
            cases.list(person.account()),
            others.of(person.account()),
            forces.current().settings().contact().phone());
    return new ModelAndView("web/victim/cases/cases", "page", page);
  }
}
