package uk.followmycase.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.For;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;

/** Small pages that say what stands behind the filters, in places that no real page has. */
@TestConfiguration(proxyBeanMethods = false)
@Import({Probes.OfApi.class, Probes.OfPortal.class, Probes.OfSignIn.class, Probes.OfDesk.class})
class Probes {

  @RestController
  static class OfApi {

    @GetMapping("/api/probe")
    Map<String, Object> probe(Authentication caller) {
      return Map.of("force", ForceBinding.current().value(), "client", caller.getName());
    }
  }

  @RestController
  static class OfPortal {

    @GetMapping("/cases/probe")
    Map<String, Object> probe(@AuthenticationPrincipal CurrentPerson person) {
      return Map.of(
          "force", ForceBinding.current().value(),
          "account", person.account().value(),
          "strict", person.strict());
    }

    @GetMapping("/invitation/probe")
    String form(CsrfToken token, HttpServletRequest request) {
      return token.getToken();
    }

    @PostMapping("/invitation/probe")
    String changed(@RequestParam(defaultValue = "") String word, HttpServletRequest request) {
      if (!word.isEmpty()) {
        request.getSession().setAttribute("word", word);
      }
      var session = request.getSession(false);
      return session == null ? "" : String.valueOf(session.getAttribute("word"));
    }
  }

  @RestController
  static class OfSignIn {

    private final SignInSessions sessions;

    OfSignIn(SignInSessions sessions) {
      this.sessions = sessions;
    }

    @GetMapping("/sign-in/probe")
    Map<String, Object> form(CsrfToken token, HttpServletRequest request) {
      return Map.of(
          "token", token.getToken(),
          "from", sessions.cameFrom(request).map(ForceId::value).orElse(0),
          "account", sessions.current(request).map(p -> p.getName()).orElse(""));
    }

    @PostMapping("/sign-in/probe")
    String start(
        @RequestParam UUID account, HttpServletRequest request, HttpServletResponse response) {
      sessions.start(new AccountId(account), request, response);
      return sessions.onward(request).orElse("");
    }

    @PostMapping("/enter/probe")
    @Nullable String enter() {
      return "entered";
    }
  }

  /** For an act that wants a fresh sign-in. */
  @RestController
  @On(Site.DESK)
  static class OfDesk {

    @GetMapping("/probe/strong")
    @For(Act.BREAK_GLASS)
    String page() {
      return "strong page";
    }

    @PostMapping("/probe/strong")
    @For(Act.BREAK_GLASS)
    String act(@RequestParam String words) {
      return "done: " + words;
    }
  }
}
