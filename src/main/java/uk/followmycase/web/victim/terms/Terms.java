package uk.followmycase.web.victim.terms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.identity.SignIn;
import uk.followmycase.invitations.Invitations;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.victim.OpenedInvitation;
import uk.followmycase.web.victim.OpenedInvitation.Proven;

/**
 * Terms, then how somebody will sign in. The ticket to the sign-in host lives two minutes, so it is
 * made after the reading.
 */
@Controller
@On(Site.FORCE)
class Terms {

  private static final String ADDRESS = "/invitation/terms";

  private final Invitations invitations;
  private final SignIn signIn;
  private final Forces forces;
  private final Sites sites;

  Terms(Invitations invitations, SignIn signIn, Forces forces, Sites sites) {
    this.invitations = invitations;
    this.signIn = signIn;
    this.forces = forces;
    this.sites = sites;
  }

  @GetMapping(ADDRESS)
  ModelAndView page(HttpServletRequest request) {
    return withProved(
        request,
        proven ->
            new ModelAndView(
                "web/victim/terms/terms", "phone", forces.current().settings().contact().phone()));
  }

  @PostMapping(ADDRESS)
  ModelAndView agree(HttpServletRequest request, HttpServletResponse response) {
    return withProved(request, proven -> agreed(proven, request, response));
  }

  private ModelAndView agreed(
      Proven proven, HttpServletRequest request, HttpServletResponse response) {
    SignIn.Proved proved;
    try {
      proved = invitations.proved(proven.invitation(), proven.at());
    } catch (IllegalStateException provedTooLongAgoOrVoid) {
      return proveFirst();
    }
    var ticket = signIn.ticket(proved);
    OpenedInvitation.handedOver(ticket, request);
    // Without this the browser would not say whence the ticket comes, and it would be refused.
    response.setHeader("Referrer-Policy", "strict-origin");
    var page = DetailsPage.of(proved, ticket, forces.current().slug(), sites.issuer());
    return new ModelAndView("web/victim/terms/details", Map.of("page", page, "back", ADDRESS));
  }

  private ModelAndView withProved(
      HttpServletRequest request, Function<Proven, ModelAndView> answer) {
    var proved = OpenedInvitation.provedIn(request);
    if (proved.isEmpty() || invitations.find(proved.get().invitation()).isEmpty()) {
      return proveFirst();
    }
    return answer.apply(proved.get());
  }

  private static ModelAndView proveFirst() {
    return new ModelAndView(SeeOther.at("/invitation/prove"));
  }
}
