package uk.followmycase.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.StaffPass;
import uk.followmycase.identity.StaffSignIn.Workplace;
import uk.followmycase.identity.Visits;
import uk.followmycase.tenancy.Sites;

/** Staff's sessions at the sign-in host. */
@Component
class StaffBrowsers {

  private static final String CAME_BY = "came-by";

  private final PendingAuthorization pending;
  private final CsrfTokenRepository formTokens;
  private final Visits visits;
  private final Workplaces workplaces;
  private final Sites sites;

  StaffBrowsers(
      PendingAuthorization pending,
      CsrfTokenRepository formTokens,
      Visits visits,
      Workplaces workplaces,
      Sites sites) {
    this.pending = pending;
    this.formTokens = formTokens;
    this.visits = visits;
    this.workplaces = workplaces;
    this.sites = sites;
  }

  /** The workplace that asked, while it takes part. */
  Optional<Workplace> asked(HttpServletRequest request) {
    return pending.client(request).flatMap(workplaces::of);
  }

  /** Its address, without a slash at the end. */
  Optional<String> address(HttpServletRequest request) {
    return asked(request).map(workplaces::address);
  }

  /** Whether it wants to know anew who it is. */
  boolean anew(HttpServletRequest request) {
    return pending.anew(request);
  }

  /** The provider by which whoever is here came, for a workplace that does not want it anew. */
  Optional<String> cameBy(Workplace place, HttpServletRequest request) {
    return PassContexts.pass(request)
        .filter(pass -> !anew(request) && workplaces.standing(place, pass).isPresent())
        .flatMap(pass -> Optional.ofNullable((String) request.getSession().getAttribute(CAME_BY)));
  }

  /**
   * Begins a session under a new id; of what stood before, only the workplace's question goes on,
   * and a person's visit in the same browser ends.
   *
   * @param provider by which they came
   * @return where the browser goes on
   */
  String start(
      StaffPass pass,
      Workplace place,
      String provider,
      HttpServletRequest request,
      HttpServletResponse response) {
    var onward = pending.takeUp(request);
    PersonContexts.person(request).ifPresent(visits::end);
    var before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    request.getSession(true).setAttribute(PassContexts.PASS, pass);
    request.getSession().setAttribute(CAME_BY, provider);
    formTokens.saveToken(null, request, response);
    return onward
        .map(path -> sites.issuer() + path)
        .orElseGet(() -> workplaces.address(place) + "/");
  }
}
