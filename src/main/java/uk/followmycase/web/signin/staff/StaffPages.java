package uk.followmycase.web.signin.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.identity.Staff;
import uk.followmycase.identity.StaffSignIn;
import uk.followmycase.tenancy.Force;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;

/** Leads staff to their force's identity provider and back. */
@Controller
@On(Site.SIGN_IN)
class StaffPages {

  private final StaffSignIn signIn;
  private final Staff staff;

  StaffPages(StaffSignIn signIn, Staff staff) {
    this.signIn = signIn;
    this.staff = staff;
  }

  @GetMapping("/staff")
  ModelAndView choose(HttpServletRequest request) {
    return signIn
        .asked(request)
        .map(this::choices)
        .orElseGet(() -> new ModelAndView(SeeOther.at("/")));
  }

  /** Where there is but one way, nobody is asked which. */
  private ModelAndView choices(Force force) {
    var providers = force.settings().staff();
    if (providers.size() == 1 && staff.builtIn().isEmpty()) {
      return new ModelAndView(SeeOther.at("/staff/to/" + providers.getFirst().name()));
    }
    var page = new ChoicePage(force.settings().name(), providers, staff.builtIn());
    return new ModelAndView("web/signin/staff/choose", "page", page);
  }

  @GetMapping("/staff/to/{provider}")
  ModelAndView leave(@PathVariable String provider, HttpServletRequest request) {
    return StaffStep.page(signIn.begin(provider, request));
  }

  @GetMapping("/staff/back/{provider}")
  ModelAndView arrive(
      @PathVariable String provider, HttpServletRequest request, HttpServletResponse response) {
    return StaffStep.page(signIn.finish(provider, request, response));
  }
}
