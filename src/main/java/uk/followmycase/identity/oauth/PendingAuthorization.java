package uk.followmycase.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import uk.followmycase.tenancy.Force;

/**
 * A portal's request that waits while its person signs in. Only the request to authorize is ever
 * kept, and only its query, which is checked again when it goes on.
 */
@Component
class PendingAuthorization implements RequestCache {

  private static final String QUERY = "authorize";

  /** More than any portal of ours asks with; a session's text holds no more than 4,000. */
  private static final int LONGEST = 2_000;

  private final PortalClients portals;

  PendingAuthorization(PortalClients portals) {
    this.portals = portals;
  }

  @Override
  public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
    if (AuthorizationServerSecurity.AUTHORIZE.equals(request.getRequestURI())
        && request.getQueryString() != null
        && request.getQueryString().length() <= LONGEST) {
      keep(request.getQueryString(), request);
    }
  }

  /** The force whose portal asked. */
  Optional<Force> force(HttpServletRequest request) {
    return client(request).flatMap(portals::force);
  }

  /** The force whose desk asked. */
  Optional<Force> desk(HttpServletRequest request) {
    return client(request).flatMap(portals::desk);
  }

  /** Whether the person is to be asked who they are, whoever is known. */
  boolean anew(HttpServletRequest request) {
    return asked(request, AskingContexts.PROMPT).filter(AskingContexts.LOGIN::equals).isPresent();
  }

  /** Who asked. */
  Optional<String> client(HttpServletRequest request) {
    return asked(request, OAuth2ParameterNames.CLIENT_ID);
  }

  private Optional<String> asked(HttpServletRequest request, String name) {
    return query(request)
        .map(query -> UriComponentsBuilder.newInstance().query(query).build().getQueryParams())
        .map(asked -> asked.getFirst(name));
  }

  /** Lets a request that was waiting wait on in another session. */
  void keep(String query, HttpServletRequest request) {
    request.getSession().setAttribute(QUERY, query);
  }

  /** Where the request goes on; it then waits no longer. */
  Optional<String> takeUp(HttpServletRequest request) {
    var address = query(request).map(query -> AuthorizationServerSecurity.AUTHORIZE + "?" + query);
    forget(request);
    return address;
  }

  void forget(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(QUERY);
    }
  }

  /** What waits, as the portal asked it. */
  Optional<String> query(HttpServletRequest request) {
    var session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((String) session.getAttribute(QUERY));
  }

  @Override
  public @Nullable SavedRequest getRequest(
      HttpServletRequest request, HttpServletResponse response) {
    return null;
  }

  @Override
  public @Nullable HttpServletRequest getMatchingRequest(
      HttpServletRequest request, HttpServletResponse response) {
    return null;
  }

  @Override
  public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
    forget(request);
  }
}
