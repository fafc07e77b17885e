package uk.followmycase.web.accessibility;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;

/** The accessibility statement; on a force's host it says whom to ask there. */
@Controller
@On({Site.FORCE, Site.DESK, Site.SIGN_IN, Site.NATIONAL, Site.LANDING})
class Accessibility {

  private final Forces forces;

  Accessibility(Forces forces) {
    this.forces = forces;
  }

  @GetMapping("/accessibility")
  String page(Model model) {
    ForceBinding.ifBound()
        .map(forces::of)
        .ifPresent(force -> model.addAttribute("contact", force.settings().contact()));
    return "web/accessibility/accessibility";
  }
}
