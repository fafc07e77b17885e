package uk.followmycase.web.victim.arrival;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.Arrival;
import uk.followmycase.identity.CurrentPerson;
import uk.followmycase.identity.SignIn;
import uk.followmycase.invitations.Invitations;
import uk.followmycase.web.victim.OpenedInvitation;

/**
 * Accepts the invitation that this browser has proved, now that we know whose account it is for.
 * Somebody who came by another way than the ticket was never asked that, and is only let in.
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
        .filter(signIn::redeemed)
        .flatMap(ticket -> OpenedInvitation.provedIn(request))
        .map(invitation -> accepted(invitation, person, request))
        .orElse("/cases");
  }

  private String accepted(UUID invitation, CurrentPerson person, HttpServletRequest request) {
    var accepted = invitations.accept(invitation, person.account());
    OpenedInvitation.forget(request);
    return accepted ? "/cases" : "/invitation/held";
  }
}
