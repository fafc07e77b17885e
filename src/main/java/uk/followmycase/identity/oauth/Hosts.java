package uk.followmycase.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;

/** On which of our hosts a request arrived. Unknown ones were turned away before. */
@Component
class Hosts {

  private final Forces forces;
  private final Sites sites;

  Hosts(Forces forces, Sites sites) {
    this.forces = forces;
    this.sites = sites;
  }

  /** A force's portal: its host was recognised and its force bound. */
  boolean portal(HttpServletRequest request) {
    return ForceBinding.ifBound().isPresent() && !desk(request);
  }

  /** Where a force's staff work. */
  boolean desk(HttpServletRequest request) {
    return ForceBinding.ifBound()
        .map(forces::of)
        .filter(force -> sites.desk(force).equalsIgnoreCase(request.getServerName()))
        .isPresent();
  }

  /** Where the nation's administrators work. */
  boolean national(HttpServletRequest request) {
    return sites.national().equalsIgnoreCase(request.getServerName());
  }

  boolean signIn(HttpServletRequest request) {
    return sites.signIn().equalsIgnoreCase(request.getServerName());
  }

  /** Address of a page of the sign-in host. */
  String signIn(String path) {
    return sites.issuer() + path;
  }

  /** Address of a page of a force's portal. */
  String portal(Force force, String path) {
    return sites.address(force) + path;
  }

  boolean api(HttpServletRequest request) {
    return sites.api().equalsIgnoreCase(request.getServerName());
  }

  RequestMatcher recordsApi() {
    return request -> api(request) && apiPath(request);
  }

  RequestMatcher receipts() {
    return request -> api(request) && request.getRequestURI().startsWith("/api/receipts/");
  }

  /** The API elsewhere than on its host, or anything but the API on it. */
  RequestMatcher nothingHere() {
    return request -> api(request) != apiPath(request);
  }

  private static boolean apiPath(HttpServletRequest request) {
    var path = request.getRequestURI();
    return path.equals("/api") || path.startsWith("/api/");
  }
}
