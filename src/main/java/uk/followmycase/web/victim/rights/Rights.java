package uk.followmycase.web.victim.rights;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;

@Controller
@On(Site.FORCE)
class Rights {

  @GetMapping("/rights")
  String page() {
    return "web/victim/rights/rights";
  }
}
