package uk.followmycase.web.signin.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.identity.StaffSignIn;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;

/** Signs in the demonstration's own people. Never outside the demonstration. */
@Controller
@Profile("demo")
@On(Site.SIGN_IN)
class BuiltInStaff {

  private final StaffSignIn signIn;

  BuiltInStaff(StaffSignIn signIn) {
    this.signIn = signIn;
  }

  @PostMapping("/staff/built-in")
  ModelAndView signIn(
      @RequestParam String person, HttpServletRequest request, HttpServletResponse response) {
    return StaffStep.page(signIn.builtIn(person, request, response));
  }
}
