package uk.followmycase.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * What a portal or desk must remember while its person is away at the sign-in host: three secrets,
 * as texts of the session. All else follows from the bound force.
 */
class SignInTrips implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  private static final String STATE = "trip.state";
  private static final String NONCE = "trip.nonce";
  private static final String VERIFIER = "trip.verifier";

  private final ClientRegistrationRepository registrations;
  private final String id;

  /**
   * Trips of one kind of client.
   *
   * @param id which of the registrations
   */
  SignInTrips(ClientRegistrationRepository registrations, String id) {
    this.registrations = registrations;
    this.id = id;
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest asked,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (asked == null) {
      removeAuthorizationRequest(request, response);
      return;
    }
    var session = request.getSession();
    session.setAttribute(STATE, asked.getState());
    session.setAttribute(NONCE, asked.getAttribute(OidcParameterNames.NONCE));
    session.setAttribute(VERIFIER, asked.getAttribute(PkceParameterNames.CODE_VERIFIER));
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(STATE) instanceof String state)
        || !state.equals(request.getParameter(OAuth2ParameterNames.STATE))
        || !(session.getAttribute(NONCE) instanceof String nonce)
        || !(session.getAttribute(VERIFIER) instanceof String verifier)) {
      return null;
    }
    return rebuilt(state, nonce, verifier);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    var asked = loadAuthorizationRequest(request);
    var session = request.getSession(false);
    if (asked != null && session != null) {
      session.removeAttribute(STATE);
      session.removeAttribute(NONCE);
      session.removeAttribute(VERIFIER);
    }
    return asked;
  }

  private @Nullable OAuth2AuthorizationRequest rebuilt(
      String state, String nonce, String verifier) {
    var portal = registrations.findByRegistrationId(id);
    if (portal == null) {
      return null;
    }
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(Objects.requireNonNull(portal.getProviderDetails().getAuthorizationUri()))
        .clientId(portal.getClientId())
        .redirectUri(portal.getRedirectUri())
        .scopes(portal.getScopes())
        .state(state)
        .attributes(
            Map.of(
                OAuth2ParameterNames.REGISTRATION_ID, id,
                OidcParameterNames.NONCE, nonce,
                PkceParameterNames.CODE_VERIFIER, verifier))
        .build();
  }
}
