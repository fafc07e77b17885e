package uk.followmycase.identity.oauth;

import java.security.Principal;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * What the authorization server must remember: a portal's code for its minute, and nothing else.
 * Access tokens speak for themselves and leave no row.
 */
@Component
class Authorizations implements OAuth2AuthorizationService {

  private final StoredCodes codes;
  private final RegisteredClientRepository clients;
  private final PortalClients portals;
  private final Clock clock;

  Authorizations(
      StoredCodes codes, RegisteredClientRepository clients, PortalClients portals, Clock clock) {
    this.codes = codes;
    this.clients = clients;
    this.portals = portals;
    this.clock = clock;
  }

  @Override
  public void save(OAuth2Authorization authorization) {
    var code = authorization.getToken(OAuth2AuthorizationCode.class);
    if (code == null) {
      return;
    }
    if (!code.isInvalidated()) {
      codes.keep(code.getToken().getTokenValue(), granted(authorization));
    } else if (!codes.useUp(code.getToken().getTokenValue())) {
      // Somebody else used it between our looking and now: one code, one sign-in.
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    var code = authorization.getToken(OAuth2AuthorizationCode.class);
    if (code != null) {
      codes.useUp(code.getToken().getTokenValue());
    }
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return null;
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    if (type == null || !OAuth2ParameterNames.CODE.equals(type.getValue())) {
      return null;
    }
    return codes.find(token).map(granted -> authorization(token, granted)).orElse(null);
  }

  private Granted granted(OAuth2Authorization authorization) {
    OAuth2AuthorizationRequest request =
        Objects.requireNonNull(
            authorization.getAttribute(OAuth2AuthorizationRequest.class.getName()));
    Authentication principal =
        Objects.requireNonNull(authorization.getAttribute(Principal.class.getName()));
    return Granted.of(
        authorization.getRegisteredClientId(),
        Objects.requireNonNull(principal.getPrincipal()),
        request,
        clock.instant());
  }

  private @Nullable OAuth2Authorization authorization(String token, Granted granted) {
    var client = clients.findById(granted.client());
    return client == null ? null : authorization(token, granted, client);
  }

  private OAuth2Authorization authorization(
      String token, Granted granted, RegisteredClient client) {
    var code =
        new OAuth2AuthorizationCode(
            token, granted.issuedAt(), granted.issuedAt().plus(PortalClients.CODE_LIVES));
    return OAuth2Authorization.withRegisteredClient(client)
        .principalName(granted.account().toString())
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizedScopes(granted.scopes())
        .token(code)
        .attribute(Principal.class.getName(), principal(granted))
        .attribute(OAuth2AuthorizationRequest.class.getName(), granted.request())
        .build();
  }

  /** What a client is decides whom its code can stand for. */
  private Authentication principal(Granted granted) {
    return portals.isWorkplace(granted.client())
        ? Persons.passed(granted.pass())
        : Persons.signedIn(granted.person());
  }
}
