package uk.followmycase.identity.oauth;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Who may ask the authorization server for anything: the portals and the records systems. */
@Component
class RegisteredClients implements RegisteredClientRepository {

  static final String FORCE = "force";
  static final Duration ACCESS_LIVES = Duration.ofMinutes(5);

  private final PortalClients portals;
  private final MachineClientRegister machines;

  RegisteredClients(PortalClients portals, MachineClientRegister machines) {
    this.portals = portals;
    this.machines = machines;
  }

  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("Clients are registered through MachineClients");
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    return portals
        .find(clientId)
        .or(() -> machines.find(clientId).map(RegisteredClients::machine))
        .orElse(null);
  }

  private static RegisteredClient machine(MachineClientRegister.Client client) {
    return RegisteredClient.withId(client.id())
        .clientId(client.id())
        .clientSecret(client.secret())
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .scopes(scopes -> scopes.addAll(client.scopes()))
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(false)
                .setting(FORCE, client.force().value())
                .build())
        .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(ACCESS_LIVES).build())
        .build();
  }
}
