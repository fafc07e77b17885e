package uk.followmycase.web.victim.message;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.invitations.Invitations;
import uk.followmycase.invitations.Invitations.Open;
import uk.followmycase.invitations.Invitations.Typed;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;
import uk.followmycase.web.ChosenLanguage;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.TypedCode;
import uk.followmycase.web.victim.OpenedInvitation;

/**
 * Whoever doubts a message need not open its link; whoever got none types the code here. So does
 * whoever got news that is meant for somebody else, to say so.
 */
@Controller
@On(Site.FORCE)
class CheckMessage {

  private static final String ADDRESS = "/invitation/message";
  private static final String REFUSAL = "/invitation/message/not-me";

  private final Invitations invitations;
  private final Forces forces;
  private final Sites sites;
  private final ChosenLanguage language;

  CheckMessage(Invitations invitations, Forces forces, Sites sites, ChosenLanguage language) {
    this.invitations = invitations;
    this.forces = forces;
    this.sites = sites;
    this.language = language;
  }

  @GetMapping(ADDRESS)
  ModelAndView page() {
    return shown(fresh());
  }

  /** A code that cannot be one is not tried: a slip of the finger costs nothing. */
  @PostMapping(ADDRESS)
  ModelAndView open(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    var typed = TypedCode.inMessage(code);
    if (!typed.complete()) {
      return shown(fresh().failed("message.fault." + (typed.empty() ? "empty" : "shape")));
    }
    return switch (invitations.openTyped(typed.value(), request.getRemoteAddr())) {
      case Typed.Opened(var invitation) -> opened(invitation, request, response);
      case Typed.OfNews() -> asked(typed, Map.of());
      case Typed.NoGood() -> shown(fresh().failed("message.fault.wrong"));
      case Typed.Later(var remaining) -> shown(fresh().after(remaining));
    };
  }

  /** Asked twice, since programs that send every form must not stop anybody's news. */
  @PostMapping(REFUSAL)
  ModelAndView refuse(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String confirm,
      HttpServletRequest request) {
    var typed = TypedCode.inMessage(code);
    if (!typed.complete()) {
      return shown(fresh().failed("message.fault.shape"));
    }
    if (!confirm.equals("yes")) {
      return asked(typed, Map.of("confirm", "message.news.fault"));
    }
    return switch (invitations.refuseTyped(typed.value(), request.getRemoteAddr())) {
      case Typed.OfNews() -> new ModelAndView(SeeOther.at("/invitation/thank-you"));
      case Typed.Opened(var other) -> shown(fresh().failed("message.fault.wrong"));
      case Typed.NoGood() -> shown(fresh().failed("message.fault.wrong"));
      case Typed.Later(var remaining) -> shown(fresh().after(remaining));
    };
  }

  private static ModelAndView asked(TypedCode code, Map<String, String> faults) {
    return new ModelAndView(
        "web/victim/message/news", Map.of("code", code.value(), "faults", faults, "back", ADDRESS));
  }

  private ModelAndView opened(
      Open invitation, HttpServletRequest request, HttpServletResponse response) {
    language.wish(invitation.language(), request, response);
    OpenedInvitation.remember(invitation.id(), request);
    return new ModelAndView(SeeOther.at("/invitation/prove"));
  }

  private MessagePage fresh() {
    var force = forces.current();
    return MessagePage.of(sites.address(force), force.settings().contact().phone());
  }

  private static ModelAndView shown(MessagePage page) {
    return new ModelAndView("web/victim/message/message", Map.of("page", page, "back", ADDRESS));
  }
}
