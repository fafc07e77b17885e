package uk.followmycase.web.victim.wishes;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.ContactWishes;
import uk.followmycase.identity.CurrentPerson;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.frame.plan.PlanForm;
import uk.followmycase.web.victim.safety.SafetySeen;

/** How we contact you, in the person's own hands. */
@Controller
@On(Site.FORCE)
class ShowWishes {

  private static final String ADDRESS = "/cases/{handle}/contact";

  private final ContactWishes wishes;
  private final Forces forces;
  private final Clock clock;

  ShowWishes(ContactWishes wishes, Forces forces, Clock clock) {
    this.wishes = wishes;
    this.forces = forces;
    this.clock = clock;
  }

  @GetMapping(ADDRESS)
  ModelAndView page(
      @PathVariable String handle,
      @RequestParam Optional<String> saved,
      @AuthenticationPrincipal CurrentPerson person,
      HttpServletRequest request) {
    return SafetySeen.by(request)
        ? shown(opened(person, handle, saved.isPresent()))
        : new ModelAndView(SeeOther.at("/safety"));
  }

  @PostMapping(ADDRESS)
  ModelAndView wish(
      @PathVariable String handle,
      @RequestParam Map<String, String> fields,
      @AuthenticationPrincipal CurrentPerson person) {
    var form = new PlanForm(fields);
    var faults = form.faults();
    if (!faults.isEmpty()) {
      var again = shown(opened(person, handle, false).failed(form, faults));
      again.setStatus(HttpStatus.BAD_REQUEST);
      return again;
    }
    var settings = forces.current().settings();
    var plan = form.plan(settings.zone(), settings.day(clock.instant()));
    if (!wishes.wish(person.account(), known(handle), plan)) {
      throw absent();
    }
    return new ModelAndView(SeeOther.at("/cases/" + known(handle) + "/contact?saved=yes"));
  }

  private WishesPage opened(CurrentPerson person, String handle, boolean saved) {
    var known = known(handle);
    var phone = forces.current().settings().contact().phone();
    return wishes
        .show(person.account(), known)
        .map(shown -> WishesPage.of(known, shown, phone, saved))
        .orElseThrow(ShowWishes::absent);
  }

  private static ModelAndView shown(WishesPage page) {
    return new ModelAndView("web/victim/wishes/wishes", "page", page)
        .addObject("back", page.address());
  }

  private static Handle known(String handle) {
    return Handle.parse(handle).orElseThrow(ShowWishes::absent);
  }

  private static ResponseStatusException absent() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
