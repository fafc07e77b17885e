package uk.followmycase.web.victim.safety;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;

/** How to leave fast. Everybody sees it once in a browser before the first case. */
@Controller
@On(Site.FORCE)
class Safety {

  @GetMapping("/safety")
  String page(HttpServletRequest request, Model model) {
    model.addAttribute("seen", SafetySeen.by(request));
    return "web/victim/safety/safety";
  }

  @PostMapping("/safety")
  View read(HttpServletResponse response) {
    SafetySeen.remember(response);
    return SeeOther.at("/cases");
  }
}
