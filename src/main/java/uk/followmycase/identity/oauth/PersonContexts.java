package uk.followmycase.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.CurrentPerson;

/**
 * Who is signed in, read from the session's columns and written to them: the session never holds an
 * object of Spring's.
 */
@Component
class PersonContexts implements SecurityContextRepository {

  static final String PERSON = CurrentPerson.class.getName();

  /** Who is signed in on this host. Looks for a session only where the browser named one. */
  static Optional<CurrentPerson> person(HttpServletRequest request) {
    var session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((CurrentPerson) session.getAttribute(PERSON));
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new SeenWhenAsked(() -> person(request).map(Persons::signedIn));
  }

  @Override
  @SuppressWarnings("deprecation")
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return loadDeferredContext(holder.getRequest()).get();
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    var principal =
        context.getAuthentication() == null ? null : context.getAuthentication().getPrincipal();
    switch (principal) {
      case CurrentPerson person -> request.getSession().setAttribute(PERSON, person);
      case OidcUser user -> request.getSession().setAttribute(PERSON, TokenClaims.person(user));
      case null, default -> forget(request);
    }
  }

  private static void forget(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(PERSON);
    }
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return person(request).isPresent();
  }
}
