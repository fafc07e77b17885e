package uk.followmycase.web.signin.enter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.SignIn;
import uk.followmycase.identity.SignIn.Handed;
import uk.followmycase.identity.SignInSessions;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;
import uk.followmycase.web.ChosenLanguage;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.signin.Beginning;

/**
 * Somebody comes from a force's host with a ticket for what was proved there. Whoever is signed in
 * here already is asked first: it may be another person's phone.
 */
@Controller
@On(Site.SIGN_IN)
class Enter {

  private static final String ADDRESS = "/enter";

  private final SignIn signIn;
  private final SignInSessions sessions;
  private final Beginning beginning;
  private final ChosenLanguage chosen;
  private final Forces forces;
  private final Sites sites;

  Enter(
      SignIn signIn,
      SignInSessions sessions,
      Beginning beginning,
      ChosenLanguage chosen,
      Forces forces,
      Sites sites) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.beginning = beginning;
    this.chosen = chosen;
    this.forces = forces;
    this.sites = sites;
  }

  @PostMapping(ADDRESS)
  ModelAndView enter(
      @RequestParam(defaultValue = "") String ticket,
      @RequestParam(name = "force", defaultValue = "") String slug,
      @RequestParam(defaultValue = "en") String language,
      @RequestParam(defaultValue = "") String choice,
      HttpServletRequest request,
      HttpServletResponse response) {
    chosen.choose(language, request, response);
    var person = sessions.current(request);
    var shown = choice.isEmpty() ? signIn.look(ticket) : Optional.<Handed>empty();
    if (person.isPresent() && shown.isPresent()) {
      sessions.comesFrom(shown.get().from(), request);
      return asked(new EnterPage(ticket, slug, language));
    }
    var handed = signIn.redeem(ticket);
    if (handed.isEmpty()) {
      return slow(ticket, slug);
    }
    return person.isPresent() && choice.equals("add")
        ? added(person.get().account(), ticket, handed.get(), request, response)
        : fresh(ticket, handed.get(), request, response);
  }

  private ModelAndView added(
      AccountId account,
      String ticket,
      Handed handed,
      HttpServletRequest request,
      HttpServletResponse response) {
    signIn.add(account, handed.proved());
    signIn.meant(ticket, account);
    if (handed.proved().forceCode() != null) {
      // Only whoever has just shown the force's code stays in.
      sessions.start(account, request, response);
    }
    return onward(handed, request);
  }

  private ModelAndView fresh(
      String ticket, Handed handed, HttpServletRequest request, HttpServletResponse response) {
    var known = signIn.known(handed.proved());
    if (known.isPresent()) {
      signIn.meant(ticket, known.get());
      sessions.leave(request);
      sessions.comesFrom(handed.from(), request);
      return beginning.with(handed.from(), handed.proved().contacts(), true, request);
    }
    var opened = signIn.open(handed.proved());
    signIn.meant(ticket, opened);
    sessions.start(opened, request, response);
    return onward(handed, request);
  }

  private ModelAndView onward(Handed handed, HttpServletRequest request) {
    sessions.comesFrom(handed.from(), request);
    return new ModelAndView(SeeOther.at(sessions.onward(request).orElse("/")));
  }

  private static ModelAndView asked(EnterPage page) {
    return again(
        new ModelAndView("web/signin/enter/enter", "page", page), page.ticket(), page.force());
  }

  /** In the other language; no ticket is used up by looking. */
  private static ModelAndView again(ModelAndView page, String ticket, String slug) {
    return page.addObject("back", ADDRESS)
        .addObject("again", Map.of("ticket", ticket, "force", slug));
  }

  private ModelAndView slow(String ticket, String slug) {
    var retry =
        forces
            .bySlug(slug)
            .map(force -> sites.address(force) + "/invitation/terms")
            .orElseGet(() -> sites.address(sites.landing()));
    return again(new ModelAndView("web/signin/enter/slow", "retry", retry), ticket, slug);
  }

  /** What the question must carry on. */
  record EnterPage(String ticket, String force, String language) {}
}
