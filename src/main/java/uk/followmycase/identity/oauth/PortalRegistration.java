package uk.followmycase.identity.oauth;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;

/** The bound force's portal, as the client of the sign-in host that it is. */
@Component
class PortalRegistration implements ClientRegistrationRepository {

  static final String ID = "portal";
  static final String SIGN_IN = "/oauth2/authorization/" + ID;
  static final String CALLBACK = "/login/oauth2/code/" + ID;

  private final Forces forces;
  private final PortalClients portals;
  private final Sites sites;

  PortalRegistration(Forces forces, PortalClients portals, Sites sites) {
    this.forces = forces;
    this.portals = portals;
    this.sites = sites;
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String registration) {
    return ID.equals(registration) ? registration(forces.current()) : null;
  }

  private ClientRegistration registration(Force force) {
    return registration(ID, portals.clientId(force), portals.callback(force), sites.issuer());
  }

  /** A client of our own, as the sign-in host knows it. */
  static ClientRegistration registration(
      String id, String clientId, String callback, String issuer) {
    return ClientRegistration.withRegistrationId(id)
        .clientId(clientId)
        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri(callback)
        .scope(OidcScopes.OPENID)
        .issuerUri(issuer)
        .authorizationUri(issuer + "/oauth2/authorize")
        .tokenUri(issuer + "/oauth2/token")
        .providerConfigurationMetadata(Map.of())
        .userNameAttributeName(IdTokenClaimNames.SUB)
        .build();
  }
}
