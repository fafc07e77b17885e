package uk.followmycase.web.victim.support;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;

/** Services of the force's area first, then those for everybody. */
@Controller
@On(Site.FORCE)
class Support {

  private final Forces forces;

  Support(Forces forces) {
    this.forces = forces;
  }

  @GetMapping("/support")
  String page(Model model) {
    model.addAttribute("settings", forces.current().settings());
    return "web/victim/support/support";
  }
}
