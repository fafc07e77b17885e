package uk.followmycase.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.StaffPass;
import uk.followmycase.identity.Visits;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.Sites;

/** Staff's sessions at the sign-in host. */
@Component
class StaffBrowsers {

  private final PendingAuthorization pending;
  private final CsrfTokenRepository formTokens;
  private final Visits visits;
  private final Sites sites;

  StaffBrowsers(
      PendingAuthorization pending, CsrfTokenRepository formTokens, Visits visits, Sites sites) {
    this.pending = pending;
    this.formTokens = formTokens;
    this.visits = visits;
    this.sites = sites;
  }

  /** The force whose desk asked, while it takes part. */
  Optional<Force> asked(HttpServletRequest request) {
    return pending.desk(request).filter(force -> force.settings().open());
  }

  /**
   * Begins a session under a new id; of what stood before, only the desk's question goes on, and a
   * person's visit in the same browser ends.
   *
   * @return where the browser goes on
   */
  String start(
      StaffPass pass, Force force, HttpServletRequest request, HttpServletResponse response) {
    var onward = pending.takeUp(request);
    PersonContexts.person(request).ifPresent(visits::end);
    var before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    request.getSession(true).setAttribute(StaffContexts.PASS, pass);
    formTokens.saveToken(null, request, response);
    return onward
        .map(path -> sites.issuer() + path)
        .orElseGet(() -> sites.deskAddress(force) + "/");
  }
}
