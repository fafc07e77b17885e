package uk.followmycase.identity.oauth;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;

/** The bound force's desk, as the client of the sign-in host that it is. */
record DeskRegistration(Forces forces, PortalClients clients, Sites sites)
    implements ClientRegistrationRepository {

  static final String ID = "desk";
  static final String SIGN_IN = "/oauth2/authorization/" + ID;
  static final String CALLBACK = "/login/oauth2/code/" + ID;

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String registration) {
    if (!ID.equals(registration)) {
      return null;
    }
    var force = forces.current();
    return PortalRegistration.registration(
        ID, clients.deskId(force), clients.deskCallback(force), sites.issuer());
  }
}
