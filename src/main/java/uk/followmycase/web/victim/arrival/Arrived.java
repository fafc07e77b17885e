package uk.followmycase.web.victim.arrival;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.Arrival;
import uk.followmycase.identity.CurrentPerson;
import uk.followmycase.identity.SignIn;
import uk.followmycase.invitations.Invitations;
import uk.followmycase.web.victim.OpenedInvitation;
import uk.followmycase.web.victim.OpenedInvitation.Proven;

/**
 * Accepts the invitation that this browser has proved, now that we know whose account it is for.
 * Somebody who came by another way than the ticket was never asked that, and is only let in; so is
 * whoever signs in later on the same phone, as somebody else than the ticket was used for.
 */
@Component
class Arrived implements Arrival {

  private final Invitations invitations;
  private final SignIn signIn;

  Arrived(Invitations invitations, SignIn signIn) {
    this.invitations = invitations;
    this.signIn = signIn;
  }

  @Override
  public String welcome(CurrentPerson person, HttpServletRequest request) {
    return OpenedInvitation.ticketIn(request)
        .flatMap(signIn::meantFor)
        .filter(person.account()::equals)
        .flatMap(meant -> OpenedInvitation.provedIn(request))
        .map(proven -> accepted(proven, person, request))
        .orElse("/cases");
  }

  private String accepted(Proven proven, CurrentPerson person, HttpServletRequest request) {
    var accepted = invitations.accept(proven.invitation(), proven.at(), person.account());
    OpenedInvitation.forget(request);
    return accepted ? "/cases" : "/invitation/held";
  }
}
