package uk.followmycase.identity.oauth;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import uk.followmycase.tenancy.Sites;

/** The national site, as the client of the sign-in host that it is. */
record NationalRegistration(PortalClients clients, Sites sites)
    implements ClientRegistrationRepository {

  static final String ID = "national";
  static final String SIGN_IN = "/oauth2/authorization/" + ID;
  static final String CALLBACK = "/login/oauth2/code/" + ID;

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String registration) {
    return ID.equals(registration)
        ? PortalRegistration.registration(
            ID, PortalClients.NATIONAL, clients.nationalCallback(), sites.issuer())
        : null;
  }
}
