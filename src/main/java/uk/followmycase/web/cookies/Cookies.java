package uk.followmycase.web.cookies;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;

@Controller
@On({Site.FORCE, Site.DESK, Site.SIGN_IN, Site.NATIONAL, Site.LANDING})
class Cookies {

  @GetMapping("/cookies")
  String page() {
    return "web/cookies/cookies";
  }
}
