package uk.followmycase.web.signin.where;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.Grants;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.SignInSessions;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;

/** Leads whoever opened the sign-in host by itself to a portal. */
@Controller
@On(Site.SIGN_IN)
class WhereTo {

  private final SignInSessions sessions;
  private final Grants grants;
  private final Forces forces;
  private final Sites sites;

  WhereTo(SignInSessions sessions, Grants grants, Forces forces, Sites sites) {
    this.sessions = sessions;
    this.grants = grants;
    this.forces = forces;
    this.sites = sites;
  }

  @GetMapping("/")
  ModelAndView page(HttpServletRequest request) {
    return sessions
        .current(request)
        .map(person -> granted(person.account()))
        .orElseGet(() -> page("web/signin/where/which", force -> true));
  }

  private ModelAndView granted(AccountId account) {
    var granted = new HashSet<>(grants.forcesOf(account));
    return page("web/signin/where/where", force -> granted.contains(force.id()));
  }

  private ModelAndView page(String template, Predicate<Force> which) {
    var portals =
        forces.all().stream()
            .filter(force -> force.settings().open())
            .filter(which)
            .map(force -> new Portal(force.settings().name(), sites.address(force) + "/cases"))
            .toList();
    return new ModelAndView(template, "portals", portals);
  }

  /** A force's portal. */
  record Portal(Map<String, String> name, String address) {}
}
