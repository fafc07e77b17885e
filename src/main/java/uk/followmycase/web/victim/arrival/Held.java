package uk.followmycase.web.victim.arrival;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;

/** Something changed between the invitation and its acceptance. */
@Controller
@On(Site.FORCE)
class Held {

  private final Forces forces;

  Held(Forces forces) {
    this.forces = forces;
  }

  @GetMapping("/invitation/held")
  String page(Model model) {
    model.addAttribute("phone", forces.current().settings().contact().phone());
    return "web/victim/arrival/held";
  }
}
