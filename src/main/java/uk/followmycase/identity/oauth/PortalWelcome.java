package uk.followmycase.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.identity.Arrival;
import uk.followmycase.identity.CurrentPerson;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;

/** Somebody came back from the sign-in host: notes it, and leads on. */
@Component
class PortalWelcome implements AuthenticationSuccessHandler {

  private static final String CASES = "/cases";

  private final AuditTrail trail;
  private final TransactionTemplate transactions;
  private final ObjectProvider<Arrival> arrival;
  private final Forces forces;
  private final Sites sites;

  PortalWelcome(
      AuditTrail trail,
      TransactionTemplate transactions,
      ObjectProvider<Arrival> arrival,
      Forces forces,
      Sites sites) {
    this.trail = trail;
    this.transactions = transactions;
    this.arrival = arrival;
    this.forces = forces;
    this.sites = sites;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
    var person = PersonContexts.person(request).orElseThrow();
    transactions.executeWithoutResult(status -> trail.record(signedIn(person)));
    var welcoming = arrival.getIfAvailable();
    var page = welcoming == null ? CASES : welcoming.welcome(person, request);
    PageSecurity.seeOther(response, address(forces.current(), page));
  }

  private String address(Force force, String page) {
    return sites.address(force) + page;
  }

  private static AuditEntry signedIn(CurrentPerson person) {
    return AuditEntry.of(new Actor(Actor.Kind.PERSON, person.getName()), AuditAction.SIGNED_IN);
  }
}
