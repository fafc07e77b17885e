package uk.followmycase.web.officer.signedout;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.For;
import uk.followmycase.identity.StaffSignIn;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;

/** Tells what has ended, and what has not. */
@Controller
@On({Site.DESK, Site.NATIONAL})
class LeftDesk {

  private static final String PAGE = "web/officer/signedout/signedout";

  @GetMapping("/signed-out")
  @For(Act.LEAVE)
  ModelAndView here() {
    return new ModelAndView(PAGE, "everywhere", false);
  }

  /** The provider has ended its session, too. */
  @GetMapping("/signed-out/everywhere")
  @For(Act.LEAVE)
  ModelAndView everywhere() {
    return new ModelAndView(PAGE, "everywhere", true);
  }

  /** A form came when nobody was signed in any more; what stood in it is kept. */
  @GetMapping("/signed-out/kept")
  @For(Act.LEAVE)
  ModelAndView kept() {
    return new ModelAndView("web/officer/signedout/kept");
  }

  /** The answer to signing out where a provider is to be told: the page leads on by itself. */
  @PostMapping("/signed-out/onward")
  @For(Act.LEAVE)
  ModelAndView onward(
      @RequestAttribute(name = StaffSignIn.LEAVES_FOR, required = false) @Nullable String address,
      HttpServletResponse response) {
    if (address == null) {
      return new ModelAndView(SeeOther.at("/signed-out"));
    }
    response.setHeader("Refresh", "0;url=" + address);
    return new ModelAndView("web/officer/signedout/onward", "address", address);
  }
}
