package uk.followmycase.web.landing;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;

/** Leads to the forces. */
@Controller
@On(Site.LANDING)
class Landing {

  private final Forces forces;
  private final Sites sites;
  private final boolean demo;

  Landing(Forces forces, Sites sites, Environment environment) {
    this.forces = forces;
    this.sites = sites;
    this.demo = environment.acceptsProfiles(Profiles.of("demo"));
  }

  @GetMapping("/")
  String page(Model model) {
    model.addAttribute("page", LandingPage.of(forces.all(), sites, demo));
    return "web/landing/landing";
  }
}
