package uk.followmycase.web.signin.contacts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.identity.SignInSessions;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.signin.Beginning;

/** Asks where the codes go. The answer never shows whether an account is there. */
@Controller
@On(Site.SIGN_IN)
class AskContacts {

  private static final String ADDRESS = "/sign-in";

  private final SignInSessions sessions;
  private final Beginning beginning;

  AskContacts(SignInSessions sessions, Beginning beginning) {
    this.sessions = sessions;
    this.beginning = beginning;
  }

  @GetMapping(ADDRESS)
  ModelAndView page(HttpServletRequest request) {
    if (sessions.current(request).isPresent()) {
      return new ModelAndView(SeeOther.at(sessions.onward(request).orElse("/")));
    }
    return sessions.cameFrom(request).isPresent()
        ? shown(ContactsForm.EMPTY, Map.of())
        : whichForce();
  }

  @PostMapping(ADDRESS)
  ModelAndView begin(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String mobile,
      HttpServletRequest request) {
    var from = sessions.cameFrom(request);
    if (from.isEmpty()) {
      return whichForce();
    }
    var form = new ContactsForm(email, mobile);
    var faults = form.faults();
    if (!faults.isEmpty()) {
      return shown(form, faults);
    }
    return beginning.with(from.get(), form.contacts(), false, request);
  }

  /** Codes are sent by a force, so we must know which. */
  private static ModelAndView whichForce() {
    return new ModelAndView(SeeOther.at("/"));
  }

  private static ModelAndView shown(ContactsForm form, Map<String, String> faults) {
    return new ModelAndView(
        "web/signin/contacts/contacts", Map.of("form", form, "faults", faults, "back", ADDRESS));
  }
}
