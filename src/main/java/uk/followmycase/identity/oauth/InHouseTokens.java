package uk.followmycase.identity.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.PublicClientAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.stereotype.Component;

/**
 * Changes a portal's code for its ID token by the token endpoint's own checks, without a request to
 * ourselves: portal and authorization server are one process, and a call over the loopback address
 * would need a second thread, a port, and an exception for a host that nobody else may name.
 */
@Component
class InHouseTokens
    implements OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> {

  private final AuthenticationProvider proofOfKey;
  private final AuthenticationProvider exchange;
  private final AuthorizationServerSettings settings;

  InHouseTokens(
      RegisteredClientRepository clients,
      OAuth2AuthorizationService authorizations,
      JwtGenerator tokens,
      AuthorizationServerSettings settings) {
    this.proofOfKey = new PublicClientAuthenticationProvider(clients, authorizations);
    this.exchange = new OAuth2AuthorizationCodeAuthenticationProvider(authorizations, tokens);
    this.settings = settings;
  }

  @Override
  public OAuth2AccessTokenResponse getTokenResponse(OAuth2AuthorizationCodeGrantRequest request) {
    AuthorizationServerContextHolder.setContext(new Context(settings));
    try {
      return response(exchanged(request));
    } finally {
      AuthorizationServerContextHolder.resetContext();
    }
  }

  private OAuth2AccessTokenAuthenticationToken exchanged(
      OAuth2AuthorizationCodeGrantRequest request) {
    var asked = request.getAuthorizationExchange().getAuthorizationRequest();
    var code =
        Objects.requireNonNull(
            request.getAuthorizationExchange().getAuthorizationResponse().getCode());
    var portal = portal(request, code);
    return (OAuth2AccessTokenAuthenticationToken)
        Objects.requireNonNull(
            exchange.authenticate(
                new OAuth2AuthorizationCodeAuthenticationToken(
                    code, portal, asked.getRedirectUri(), Map.of())));
  }

  private Authentication portal(OAuth2AuthorizationCodeGrantRequest request, String code) {
    String verifier =
        Objects.requireNonNull(
            request
                .getAuthorizationExchange()
                .getAuthorizationRequest()
                .getAttribute(PkceParameterNames.CODE_VERIFIER));
    Map<String, Object> shown =
        Map.of(
            OAuth2ParameterNames.GRANT_TYPE, AuthorizationGrantType.AUTHORIZATION_CODE.getValue(),
            OAuth2ParameterNames.CODE, code,
            PkceParameterNames.CODE_VERIFIER, verifier);
    return Objects.requireNonNull(
        proofOfKey.authenticate(
            new OAuth2ClientAuthenticationToken(
                request.getClientRegistration().getClientId(),
                ClientAuthenticationMethod.NONE,
                null,
                shown)));
  }

  private static OAuth2AccessTokenResponse response(OAuth2AccessTokenAuthenticationToken made) {
    var token = made.getAccessToken();
    Instant expires = Objects.requireNonNull(token.getExpiresAt());
    return OAuth2AccessTokenResponse.withToken(token.getTokenValue())
        .tokenType(TokenType.BEARER)
        .expiresIn(Duration.between(token.getIssuedAt(), expires).toSeconds())
        .additionalParameters(made.getAdditionalParameters())
        .build();
  }

  private record Context(AuthorizationServerSettings settings)
      implements AuthorizationServerContext {

    @Override
    public String getIssuer() {
      return Objects.requireNonNull(settings.getIssuer());
    }

    @Override
    public AuthorizationServerSettings getAuthorizationServerSettings() {
      return settings;
    }
  }
}
