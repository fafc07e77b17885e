package uk.followmycase.web.victim.invitation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.invitations.Invitations;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.web.ChosenLanguage;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.victim.OpenedInvitation;

/** The page behind a link is the same for every link; only its button looks the link up. */
@Controller
@On(Site.FORCE)
class OpenInvitation {

  private final Invitations invitations;
  private final Forces forces;
  private final ChosenLanguage language;

  OpenInvitation(Invitations invitations, Forces forces, ChosenLanguage language) {
    this.invitations = invitations;
    this.forces = forces;
    this.language = language;
  }

  @GetMapping("/invitation/{token}")
  String page(@PathVariable String token, Model model) {
    model.addAttribute("token", token);
    return "web/victim/invitation/invitation";
  }

  @PostMapping("/invitation")
  ModelAndView open(
      @RequestParam(defaultValue = "") String token,
      HttpServletRequest request,
      HttpServletResponse response) {
    return invitations
        .open(token)
        .map(
            opened -> {
              language.wish(opened.language(), request, response);
              return opened(opened.id(), request);
            })
        .orElseGet(this::gone);
  }

  /** Where every page of an invitation leads when the invitation is no good any more. */
  @GetMapping({"/invitation", "/invitation/gone"})
  ModelAndView gone() {
    return told("gone", HttpStatus.NOT_FOUND);
  }

  /** Where they lead when this browser has opened none, or was left alone for too long. */
  @GetMapping("/invitation/again")
  ModelAndView again() {
    return told("again", HttpStatus.OK);
  }

  private ModelAndView told(String what, HttpStatus status) {
    var phone = forces.current().settings().contact().phone();
    return new ModelAndView(
        "web/victim/invitation/" + what,
        Map.of("phone", phone, "back", "/invitation/" + what),
        status);
  }

  private static ModelAndView opened(UUID invitation, HttpServletRequest request) {
    OpenedInvitation.remember(invitation, request);
    return new ModelAndView(SeeOther.at("/invitation/prove"));
  }
}
