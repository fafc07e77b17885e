package uk.followmycase.web.victim.start;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;

/** A portal's first page: the same for everybody. */
@Controller
@On(Site.FORCE)
class Start {

  private final Forces forces;

  Start(Forces forces) {
    this.forces = forces;
  }

  @GetMapping("/")
  String page(Model model) {
    model.addAttribute("phone", forces.current().settings().contact().phone());
    return "web/victim/start/start";
  }
}
