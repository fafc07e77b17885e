package uk.followmycase.web.officer.signedout;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;

@Controller
@On(Site.DESK)
class LeftDesk {

  @GetMapping("/signed-out")
  String page() {
    return "web/officer/signedout/signedout";
  }
}
