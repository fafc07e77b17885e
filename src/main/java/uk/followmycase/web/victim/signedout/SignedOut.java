package uk.followmycase.web.victim.signedout;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;

@Controller
@On(Site.FORCE)
class SignedOut {

  @GetMapping("/signed-out")
  String page() {
    return "web/victim/signedout/signedout";
  }
}
