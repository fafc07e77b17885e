package uk.followmycase.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Sites;

/** Tells which site a request came to. Which force it is, tenancy has decided already. */
@Component
class WhichSite {

  private final Sites sites;

  WhichSite(Sites sites) {
    this.sites = sites;
  }

  Optional<Site> site(HttpServletRequest request) {
    if (ForceBinding.ifBound().isPresent()) {
      return Optional.of(Site.FORCE);
    }
    if (sites.signIn().equalsIgnoreCase(request.getServerName())) {
      return Optional.of(Site.SIGN_IN);
    }
    return sites.landing().equalsIgnoreCase(request.getServerName())
        ? Optional.of(Site.LANDING)
        : Optional.empty();
  }
}
