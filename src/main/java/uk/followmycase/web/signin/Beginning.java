package uk.followmycase.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.delivery.Contact;
import uk.followmycase.identity.SignIn;
import uk.followmycase.identity.SignIn.Begun;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.web.ChosenLanguage;
import uk.followmycase.web.SeeOther;

/** Begins a sign-in for this browser. */
@Component
public class Beginning {

  private final SignIn signIn;
  private final ChosenLanguage language;

  Beginning(SignIn signIn, ChosenLanguage language) {
    this.signIn = signIn;
    this.language = language;
  }

  /**
   * Has codes sent, if an account is there.
   *
   * @param from the force whose portal the person came from
   * @param contacts one or two
   * @param returning whether an invitation led here
   * @return the page that asks for the codes, or says when to come back
   */
  public ModelAndView with(
      ForceId from, List<Contact> contacts, boolean returning, HttpServletRequest request) {
    var second = contacts.size() > 1 ? contacts.get(1) : null;
    var begun =
        signIn.begin(
            from,
            contacts.getFirst(),
            second,
            language.of(request).getLanguage(),
            request.getRemoteAddr());
    if (begun instanceof Begun.Started started) {
      Attempt.of(started.attempt(), contacts, returning).remember(request);
      return new ModelAndView(SeeOther.at("/sign-in/codes"));
    }
    return new ModelAndView("web/signin/later", "begun", begun).addObject("back", "/sign-in");
  }
}
