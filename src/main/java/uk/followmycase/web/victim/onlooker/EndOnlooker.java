package uk.followmycase.web.victim.onlooker;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.Onlookers;
import uk.followmycase.identity.CurrentPerson;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.victim.safety.SafetySeen;

/** Stops somebody seeing one's case. What is not there or not one's own is answered alike. */
@Controller
@On(Site.FORCE)
class EndOnlooker {

  private static final String ONE = "/cases/{handle}/onlookers/{onlooker}";
  private static final String ENDED = "/cases/onlooker-ended";

  private final Onlookers onlookers;

  EndOnlooker(Onlookers onlookers) {
    this.onlookers = onlookers;
  }

  @GetMapping(ONE)
  ModelAndView ask(
      @PathVariable String handle,
      @PathVariable String onlooker,
      @AuthenticationPrincipal CurrentPerson person,
      HttpServletRequest request) {
    if (!SafetySeen.by(request)) {
      return new ModelAndView(SeeOther.at("/safety"));
    }
    return onlookers
        .find(person.account(), known(handle), known(onlooker))
        .map(one -> new ModelAndView("web/victim/onlooker/ask", "onlooker", one))
        .orElseThrow(EndOnlooker::absent)
        .addObject("file", "/cases/" + known(handle));
  }

  @PostMapping(ONE)
  ModelAndView end(
      @PathVariable String handle,
      @PathVariable String onlooker,
      @AuthenticationPrincipal CurrentPerson person) {
    if (!onlookers.end(person.account(), known(handle), known(onlooker))) {
      throw absent();
    }
    return new ModelAndView(SeeOther.at(ENDED));
  }

  @GetMapping(ENDED)
  ModelAndView ended() {
    return new ModelAndView("web/victim/onlooker/ended");
  }

  private static Handle known(String handle) {
    return Handle.parse(handle).orElseThrow(EndOnlooker::absent);
  }

  private static ResponseStatusException absent() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
