package uk.followmycase.web.signin.staff;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.identity.Staff.Refusal;
import uk.followmycase.identity.StaffSignIn.Step;
import uk.followmycase.web.SeeOther;

/** Shows what comes next in signing in. */
final class StaffStep {

  private StaffStep() {}

  static ModelAndView page(Step step) {
    return switch (step) {
      case Step.Onward onward -> new ModelAndView(SeeOther.at(onward.address()));
      case Step.Refused refused -> refused(refused.why());
    };
  }

  private static ModelAndView refused(Refusal why) {
    var code = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    var page = new ModelAndView("web/signin/staff/refused", "why", code);
    page.setStatus(status(why));
    return page.addObject("back", "/staff");
  }

  private static HttpStatus status(Refusal why) {
    return switch (why) {
      case STALE -> HttpStatus.BAD_REQUEST;
      case PROVIDER_SILENT -> HttpStatus.SERVICE_UNAVAILABLE;
      case NOT_BELIEVED, DECLINED, NO_ROLE, NOT_ASKED, KEPT_OUT -> HttpStatus.FORBIDDEN;
    };
  }
}
