package uk.followmycase.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.identity.StaffPass;

/**
 * Who stands before the authorization server depends on who asks: a workplace knows staff of its
 * own alone, a portal persons alone. Nobody is both.
 */
@Component
class AskingContexts implements SecurityContextRepository {

  static final String PROMPT = "prompt";

  /** Asks the person who they are, whomever we know already. */
  static final String LOGIN = "login";

  /** From the provider's answer to the code, the browser needs no longer. */
  private static final Duration ONWARD = Duration.ofMinutes(1);

  private final PersonContexts persons;
  private final PortalClients clients;
  private final Workplaces workplaces;
  private final Clock clock;

  AskingContexts(
      PersonContexts persons, PortalClients clients, Workplaces workplaces, Clock clock) {
    this.persons = persons;
    this.clients = clients;
    this.workplaces = workplaces;
    this.clock = clock;
  }

  /** Whether it is for staff to answer. */
  boolean forStaff(HttpServletRequest request) {
    return client(request).filter(clients::isWorkplace).isPresent();
  }

  private static Optional<String> client(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter(OAuth2ParameterNames.CLIENT_ID));
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return forStaff(request)
        ? new SeenWhenAsked(
            () ->
                PassContexts.pass(request)
                    .filter(pass -> stands(request, pass))
                    .map(Persons::passed))
        : persons.loadDeferredContext(request);
  }

  private boolean stands(HttpServletRequest request, StaffPass pass) {
    return client(request)
        .flatMap(workplaces::of)
        .flatMap(place -> workplaces.standing(place, pass))
        .filter(this::heardLately)
        .filter(visit -> !LOGIN.equals(request.getParameter(PROMPT)) || cameJustNow(visit))
        .isPresent();
  }

  /** Nobody is passed on to a desk on a word of the provider that has become old. */
  private boolean heardLately(Workplaces.Standing visit) {
    return visit.askAgain() == null || visit.askAgain().from().isAfter(clock.instant());
  }

  private boolean cameJustNow(Workplaces.Standing visit) {
    var now = clock.instant();
    return visit.provedAt() != null
        && visit.provedAt().plus(StaffMember.PROOF_LASTS).isAfter(now)
        && visit.signedInAt().plus(ONWARD).isAfter(now);
  }

  @Override
  @SuppressWarnings("deprecation")
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return loadDeferredContext(holder.getRequest()).get();
  }

  /** Nobody signs in or out by asking. */
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return forStaff(request)
        ? PassContexts.pass(request).isPresent()
        : persons.containsContext(request);
  }
}
