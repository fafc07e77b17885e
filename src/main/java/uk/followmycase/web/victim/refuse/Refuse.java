package uk.followmycase.web.victim.refuse;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.invitations.Invitations;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.victim.OpenedInvitation;

/**
 * "This is not for me". It takes a page of its own and a box that somebody ticks, because programs
 * that try every link and form of a message must not end an invitation.
 */
@Controller
@On(Site.FORCE)
class Refuse {

  private static final String ADDRESS = "/invitation/not-me";
  private static final String DONE = "/invitation/thank-you";

  private final Invitations invitations;

  Refuse(Invitations invitations) {
    this.invitations = invitations;
  }

  @GetMapping(ADDRESS)
  ModelAndView page(HttpServletRequest request) {
    return OpenedInvitation.in(request).map(id -> asked(Map.of())).orElseGet(Refuse::openFirst);
  }

  @PostMapping(ADDRESS)
  ModelAndView refuse(@RequestParam(defaultValue = "") String confirm, HttpServletRequest request) {
    return OpenedInvitation.in(request)
        .map(
            id ->
                confirm.equals("yes")
                    ? refused(id, request)
                    : asked(Map.of("confirm", "refuse.fault")))
        .orElseGet(Refuse::openFirst);
  }

  @GetMapping(DONE)
  String done() {
    return "web/victim/refuse/refused";
  }

  private ModelAndView refused(UUID invitation, HttpServletRequest request) {
    invitations.refuse(invitation);
    OpenedInvitation.forget(request);
    return new ModelAndView(SeeOther.at(DONE));
  }

  private static ModelAndView asked(Map<String, String> faults) {
    return new ModelAndView("web/victim/refuse/refuse", Map.of("faults", faults, "back", ADDRESS));
  }

  private static ModelAndView openFirst() {
    return new ModelAndView(SeeOther.at("/invitation/again"));
  }
}
