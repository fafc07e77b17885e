package uk.followmycase.web.officer.signedout;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.For;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;

@Controller
@On(Site.DESK)
class LeftDesk {

  @GetMapping("/signed-out")
  @For(Act.LEAVE)
  String page() {
    return "web/officer/signedout/signedout";
  }
}
