package uk.followmycase.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;

/** Tells which site a request came to. Which force it is, tenancy has decided already. */
@Component
class WhichSite {

  private final Forces forces;
  private final Sites sites;

  WhichSite(Forces forces, Sites sites) {
    this.forces = forces;
    this.sites = sites;
  }

  Optional<Site> site(HttpServletRequest request) {
    var force = ForceBinding.ifBound().map(forces::of);
    if (force.isPresent()) {
      var desk = sites.desk(force.get()).equalsIgnoreCase(request.getServerName());
      return Optional.of(desk ? Site.DESK : Site.FORCE);
    }
    if (sites.signIn().equalsIgnoreCase(request.getServerName())) {
      return Optional.of(Site.SIGN_IN);
    }
    if (sites.national().equalsIgnoreCase(request.getServerName())) {
      return Optional.of(Site.NATIONAL);
    }
    return sites.landing().equalsIgnoreCase(request.getServerName())
        ? Optional.of(Site.LANDING)
        : Optional.empty();
  }
}
