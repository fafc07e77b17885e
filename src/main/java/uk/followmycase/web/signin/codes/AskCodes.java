package uk.followmycase.web.signin.codes;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.SignIn;
import uk.followmycase.identity.SignIn.Answer;
import uk.followmycase.identity.SignInSessions;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.signin.Attempt;

/** Tries the codes. */
@Controller
@On(Site.SIGN_IN)
class AskCodes {

  private static final String ADDRESS = "/sign-in/codes";

  private final SignIn signIn;
  private final SignInSessions sessions;

  AskCodes(SignIn signIn, SignInSessions sessions) {
    this.signIn = signIn;
    this.sessions = sessions;
  }

  @GetMapping(ADDRESS)
  ModelAndView page(HttpServletRequest request) {
    return Attempt.in(request)
        .map(attempt -> shown(attempt, Map.of()))
        .orElseGet(() -> new ModelAndView(SeeOther.at("/sign-in")));
  }

  @PostMapping(ADDRESS)
  ModelAndView answer(
      @RequestParam(defaultValue = "") String first,
      @RequestParam(defaultValue = "") String second,
      HttpServletRequest request,
      HttpServletResponse response) {
    var attempt = Attempt.in(request);
    if (attempt.isEmpty()) {
      return dead();
    }
    var codes = CodesForm.of(first, second, attempt.get().forceCode());
    var faults = codes.faults();
    if (!faults.isEmpty()) {
      return shown(attempt.get(), faults);
    }
    return switch (signIn.answer(attempt.get().id(), codes.values())) {
      case Answer.Welcome welcome -> welcomed(welcome.account(), request, response);
      case Answer.Refused refused -> refused.dead() ? dead() : wrong(attempt.get());
    };
  }

  private ModelAndView welcomed(
      AccountId account, HttpServletRequest request, HttpServletResponse response) {
    Attempt.forget(request);
    sessions.start(account, request, response);
    return new ModelAndView(SeeOther.at(sessions.onward(request).orElse("/")));
  }

  private static ModelAndView wrong(Attempt attempt) {
    return shown(attempt, Map.of("first", "signin.codes.fault.wrong"));
  }

  private static ModelAndView dead() {
    return new ModelAndView("web/signin/codes/dead", "back", "/sign-in");
  }

  private static ModelAndView shown(Attempt attempt, Map<String, String> faults) {
    return new ModelAndView(
        "web/signin/codes/codes", Map.of("attempt", attempt, "faults", faults, "back", ADDRESS));
  }
}
