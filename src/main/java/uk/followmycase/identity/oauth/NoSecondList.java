package uk.followmycase.identity.oauth;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;

/**
 * Spring's own registry would keep the id of every session in memory, in clear and for ever. Ours
 * knows nothing: an ID token names its visit by itself.
 */
final class NoSecondList implements SessionRegistry {

  @Override
  public List<Object> getAllPrincipals() {
    return List.of();
  }

  @Override
  public List<SessionInformation> getAllSessions(Object principal, boolean includeExpired) {
    return List.of();
  }

  @Override
  public @Nullable SessionInformation getSessionInformation(String session) {
    return null;
  }

  @Override
  public void refreshLastRequest(String session) {}

  @Override
  public void registerNewSession(String session, Object principal) {}

  @Override
  public void removeSessionInformation(String session) {}
}
