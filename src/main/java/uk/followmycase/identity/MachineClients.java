package uk.followmycase.identity;

import java.util.Optional;
import uk.followmycase.tenancy.ForceId;

/** Records systems that may call the API. The registration fixes the force. */
public interface MachineClients {

  /**
   * Registers a client of a force, or gives it a new secret and switches it on again. Doing the
   * same twice changes nothing.
   *
   * @param clientId 3 to 63 lower-case letters, digits and hyphens
   * @param secret 256 random bits or more, as {@code Digests.token()} makes them; only its digest
   *     is kept
   * @throws IllegalArgumentException when the client belongs to another force, or the secret is too
   *     short
   */
  void register(ForceId force, String clientId, String secret);

  /** Switches a client off: within a second its tokens are refused everywhere. */
  void disable(String clientId);

  /** The force of a client; empty when it is unknown or switched off. At most a second old. */
  Optional<ForceId> forceOf(String clientId);
}
