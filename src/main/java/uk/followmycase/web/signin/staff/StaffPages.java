package uk.followmycase.web.signin.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import uk.followmycase.identity.StaffSignIn;
import uk.followmycase.identity.StaffSignIn.Workplace;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;

/** Leads staff to their force's identity provider and back. */
@Controller
@On(Site.SIGN_IN)
class StaffPages {

  private final StaffSignIn signIn;

  StaffPages(StaffSignIn signIn) {
    this.signIn = signIn;
  }

  @GetMapping("/staff")
  ModelAndView choose(HttpServletRequest request) {
    return signIn
        .asked(request)
        .map(place -> choices(place, request))
        .orElseGet(() -> new ModelAndView(SeeOther.at("/")));
  }

  /** Where there is but one way, or one was chosen before, nobody is asked which. */
  private ModelAndView choices(Workplace place, HttpServletRequest request) {
    return signIn
        .cameBy(place, request)
        .or(() -> only(place))
        .map(name -> new ModelAndView(SeeOther.at("/staff/to/" + name)))
        .orElseGet(() -> new ModelAndView("web/signin/staff/choose", "page", place));
  }

  private static Optional<String> only(Workplace place) {
    return place.providers().size() == 1 && place.builtIn().isEmpty()
        ? Optional.of(place.providers().getFirst().name())
        : Optional.empty();
  }

  /** A provider has signed the browser out and sends it back. */
  @GetMapping("/staff/left")
  View left(@RequestParam(defaultValue = "") String state) {
    return SeeOther.at(signIn.left(state).orElse("/"));
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
