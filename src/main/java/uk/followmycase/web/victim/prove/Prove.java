package uk.followmycase.web.victim.prove;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.invitations.Invitations;
import uk.followmycase.invitations.Invitations.Open;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.web.ChosenLanguage;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.TypedCode;
import uk.followmycase.web.victim.OpenedInvitation;

/** Sends the code where we send it, and tries the one that is typed. */
@Controller
@On(Site.FORCE)
class Prove {

  private final Invitations invitations;
  private final Forces forces;
  private final ChosenLanguage language;

  Prove(Invitations invitations, Forces forces, ChosenLanguage language) {
    this.invitations = invitations;
    this.forces = forces;
    this.language = language;
  }

  @GetMapping("/invitation/prove")
  ModelAndView page(HttpServletRequest request) {
    return withInvitation(request, invitation -> shown(fresh(invitation)));
  }

  @PostMapping("/invitation/code")
  ModelAndView send(HttpServletRequest request) {
    return withInvitation(
        request,
        invitation ->
            invitations
                .sendCode(invitation.id(), language.of(request).getLanguage())
                .map(sent -> shown(fresh(invitation).after(sent)))
                .orElseGet(() -> shown(fresh(invitation))));
  }

  @PostMapping("/invitation/prove")
  ModelAndView prove(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
    return withInvitation(request, invitation -> tried(invitation, code, request));
  }

  private ModelAndView tried(Open invitation, String typed, HttpServletRequest request) {
    var code = invitation.strict() ? TypedCode.handedOver(typed) : TypedCode.sent(typed);
    var fault = fault(invitation, code);
    if (fault.isPresent()) {
      return shown(fresh(invitation).failed(fault.get()));
    }
    var provedAt = invitations.find(invitation.id()).map(Open::provedAt);
    provedAt.ifPresent(at -> OpenedInvitation.proved(invitation.id(), at, request));
    return seeOther(provedAt.isPresent() ? "terms" : "prove");
  }

  /** A code that cannot be one is not tried: a slip of the finger costs nothing. */
  private Optional<String> fault(Open invitation, TypedCode code) {
    var kind = invitation.strict() ? "strict" : "standard";
    if (!code.complete()) {
      return Optional.of("prove.fault." + (code.empty() ? "empty" : kind));
    }
    return switch (invitations.prove(invitation.id(), code.value())) {
      case RIGHT -> Optional.empty();
      case WRONG -> Optional.of("prove.fault.wrong");
      case DEAD -> Optional.of("prove.dead." + kind);
    };
  }

  private ModelAndView withInvitation(
      HttpServletRequest request, Function<Open, ModelAndView> answer) {
    return OpenedInvitation.in(request)
        .map(opened -> invitations.find(opened).map(answer).orElseGet(() -> seeOther("gone")))
        .orElseGet(() -> seeOther("again"));
  }

  private ProvePage fresh(Open invitation) {
    return ProvePage.of(invitation, forces.current().settings().contact().phone());
  }

  private static ModelAndView seeOther(String page) {
    return new ModelAndView(SeeOther.at("/invitation/" + page));
  }

  private static ModelAndView shown(ProvePage page) {
    return new ModelAndView(
        "web/victim/prove/prove", Map.of("page", page, "back", "/invitation/prove"));
  }
}
