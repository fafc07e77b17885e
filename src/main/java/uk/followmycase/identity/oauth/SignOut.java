package uk.followmycase.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.identity.CurrentPerson;
import uk.followmycase.identity.NationalStaff;
import uk.followmycase.identity.Staff;
import uk.followmycase.identity.Staff.Farewell;
import uk.followmycase.identity.StaffPass;
import uk.followmycase.identity.Visits;
import uk.followmycase.tenancy.ForceBinding;

/**
 * Ends the visit on every host at once. The sessions of all hosts stand in one table, so this needs
 * no round of the browser past them, which a closed lid could cut short.
 */
@Component
class SignOut implements LogoutHandler {

  static final String PATH = "/sign-out";
  private static final String FAREWELL = Farewell.class.getName();

  private final Visits visits;
  private final Staff staff;
  private final NationalStaff national;
  private final Hosts hosts;
  private final AuditTrail trail;
  private final TransactionTemplate transactions;

  SignOut(
      Visits visits,
      Staff staff,
      NationalStaff national,
      Hosts hosts,
      AuditTrail trail,
      TransactionTemplate transactions) {
    this.visits = visits;
    this.staff = staff;
    this.national = national;
    this.hosts = hosts;
    this.trail = trail;
    this.transactions = transactions;
  }

  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    PersonContexts.person(request)
        .ifPresent(person -> transactions.executeWithoutResult(status -> end(person)));
    PassContexts.pass(request)
        .flatMap(pass -> end(pass, request))
        .ifPresent(farewell -> request.setAttribute(FAREWELL, farewell));
  }

  private Optional<Farewell> end(StaffPass pass, HttpServletRequest request) {
    if (ForceBinding.ifBound().isPresent()) {
      return staff.end(pass);
    }
    return hosts.national(request) ? national.end(pass) : Optional.empty();
  }

  /** What the provider of somebody who has just signed out must be told. */
  static Optional<Farewell> farewell(HttpServletRequest request) {
    return Optional.ofNullable((Farewell) request.getAttribute(FAREWELL));
  }

  private void end(CurrentPerson person) {
    visits.end(person);
    if (ForceBinding.ifBound().isPresent()) {
      trail.record(
          AuditEntry.of(new Actor(Actor.Kind.PERSON, person.getName()), AuditAction.SIGNED_OUT));
    }
  }
}
