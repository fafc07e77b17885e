package uk.followmycase.web.victim.casefile;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.CasePages;
import uk.followmycase.identity.CurrentPerson;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.victim.safety.SafetySeen;

/** One case. What is not there, not theirs or not open now is answered alike. */
@Controller
@On(Site.FORCE)
class ShowCase {

  private final CasePages cases;
  private final Forces forces;

  ShowCase(CasePages cases, Forces forces) {
    this.cases = cases;
    this.forces = forces;
  }

  @GetMapping("/cases/{handle}")
  ModelAndView page(
      @PathVariable String handle,
      @AuthenticationPrincipal CurrentPerson person,
      HttpServletRequest request) {
    if (!SafetySeen.by(request)) {
      return new ModelAndView(SeeOther.at("/safety"));
    }
    return Handle.parse(handle)
        .flatMap(known -> cases.show(person.account(), known))
        .map(page -> CaseView.of(page, forces.current().settings().contact()))
        .map(view -> new ModelAndView("web/victim/casefile/casefile", "view", view))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
