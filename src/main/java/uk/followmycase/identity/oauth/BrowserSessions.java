package uk.followmycase.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.CurrentPerson;
import uk.followmycase.identity.SignIn;
import uk.followmycase.identity.SignInSessions;
import uk.followmycase.identity.Visits;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Sites;
import uk.followmycase.tenancy.keys.Handle;

/** Sessions of the sign-in host. */
@Component
class BrowserSessions implements SignInSessions {

  private final SignIn signIn;
  private final Visits visits;
  private final PersonContexts contexts;
  private final PendingAuthorization pending;
  private final CameFrom cameFrom;
  private final CsrfTokenRepository formTokens;
  private final Sites sites;
  private final Clock clock;

  BrowserSessions(
      SignIn signIn,
      Visits visits,
      PersonContexts contexts,
      PendingAuthorization pending,
      CameFrom cameFrom,
      CsrfTokenRepository formTokens,
      Sites sites,
      Clock clock) {
    this.signIn = signIn;
    this.visits = visits;
    this.contexts = contexts;
    this.pending = pending;
    this.cameFrom = cameFrom;
    this.formTokens = formTokens;
    this.sites = sites;
    this.clock = clock;
  }

  @Override
  public Optional<CurrentPerson> current(HttpServletRequest request) {
    return PersonContexts.person(request);
  }

  @Override
  public Optional<ForceId> cameFrom(HttpServletRequest request) {
    return cameFrom.force(request).map(Force::id);
  }

  @Override
  public void comesFrom(ForceId force, HttpServletRequest request) {
    pending.forget(request);
    cameFrom.remember(force, request);
  }

  @Override
  public void start(AccountId account, HttpServletRequest request, HttpServletResponse response) {
    leave(request);
    var visit = Handle.random().value();
    var person = new CurrentPerson(account, clock.instant(), signIn.strict(account), visit);
    var context = new SecurityContextImpl(Persons.signedIn(person));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    formTokens.saveToken(null, request, response);
  }

  @Override
  public void leave(HttpServletRequest request) {
    current(request).ifPresent(visits::end);
    renewSession(request);
  }

  @Override
  public Optional<String> onward(HttpServletRequest request) {
    return pending
        .takeUp(request)
        .map(path -> sites.issuer() + path)
        .or(() -> cameFrom.remembered(request).map(this::portalsOwnRequest));
  }

  private String portalsOwnRequest(Force force) {
    return sites.address(force) + PortalRegistration.SIGN_IN;
  }

  /** Of what stood before, neither id nor row goes on; only where the person came from. */
  private void renewSession(HttpServletRequest request) {
    var from = cameFrom.remembered(request);
    var waiting = pending.query(request);
    var before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    request.getSession(true);
    from.ifPresent(force -> cameFrom.remember(force.id(), request));
    waiting.ifPresent(query -> pending.keep(query, request));
  }
}
