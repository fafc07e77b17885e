package uk.followmycase.identity.oauth;

import java.time.Duration;
import java.util.Optional;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;

/**
 * Each force's portal and desk as OpenID Connect clients of the sign-in host. They follow from the
 * forces, so nothing about them is stored. They have no secret: the code is bound to the asking
 * browser by PKCE, and goes to the force's own address only.
 */
@Component
class PortalClients {

  private static final String PREFIX = "portal-";
  private static final String DESK = "desk-";

  /** Where the nation's administrators work: no force's folder can be called so. */
  static final String NATIONAL = "national";

  static final Duration CODE_LIVES = Duration.ofSeconds(60);

  private final Forces forces;
  private final Sites sites;

  PortalClients(Forces forces, Sites sites) {
    this.forces = forces;
    this.sites = sites;
  }

  String clientId(Force force) {
    return PREFIX + force.slug();
  }

  String callback(Force force) {
    return sites.address(force) + PortalRegistration.CALLBACK;
  }

  String deskId(Force force) {
    return DESK + force.slug();
  }

  String deskCallback(Force force) {
    return sites.deskAddress(force) + DeskRegistration.CALLBACK;
  }

  String nationalCallback() {
    return sites.address(sites.national()) + NationalRegistration.CALLBACK;
  }

  Optional<Force> force(String clientId) {
    return named(PREFIX, clientId);
  }

  /** The force whose desk this is. */
  Optional<Force> desk(String clientId) {
    return named(DESK, clientId);
  }

  /** Whether staff work there, and nobody else. */
  boolean isWorkplace(String clientId) {
    return NATIONAL.equals(clientId) || desk(clientId).isPresent();
  }

  private Optional<Force> named(String prefix, String clientId) {
    return clientId.startsWith(prefix)
        ? forces.bySlug(clientId.substring(prefix.length()))
        : Optional.empty();
  }

  Optional<RegisteredClient> find(String clientId) {
    return NATIONAL.equals(clientId)
        ? Optional.of(registered(clientId, nationalCallback()))
        : ofForce(clientId);
  }

  private Optional<RegisteredClient> ofForce(String clientId) {
    return force(clientId)
        .map(force -> registered(clientId, callback(force)))
        .or(() -> desk(clientId).map(force -> registered(clientId, deskCallback(force))));
  }

  private static RegisteredClient registered(String clientId, String callback) {
    return RegisteredClient.withId(clientId)
        .clientId(clientId)
        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri(callback)
        .scope(OidcScopes.OPENID)
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build())
        .tokenSettings(TokenSettings.builder().authorizationCodeTimeToLive(CODE_LIVES).build())
        .build();
  }
}
