package uk.followmycase.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.followmycase.tenancy.ForceId;

/** Machines of forces that may call the API. The registration fixes the force and what for. */
public interface MachineClients {

  /** What a client may call the API for: the scopes of its tokens. */
  enum Scope {
    /** Tell and ask about cases. */
    RECORDS,
    /** Take and answer tasks for the force's officers. */
    TASKS;

    /** As tokens say it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Registers a records system, as {@link #register(ForceId, String, String, Set)}. */
  default void register(ForceId force, String clientId, String secret) {
    register(force, clientId, secret, Set.of(Scope.RECORDS));
  }

  /**
   * Registers a client of a force, or gives it a new secret and switches it on again. Doing the
   * same twice changes nothing.
   *
   * @param clientId 3 to 63 lower-case letters, digits and hyphens
   * @param secret 256 random bits or more, as {@code Digests.token()} makes them; only its digest
   *     is kept
   * @param scopes one at least
   * @throws IllegalArgumentException when the client belongs to another force, or the secret is too
   *     short
   */
  void register(ForceId force, String clientId, String secret, Set<Scope> scopes);

  /** Switches a client off: within a second its tokens are refused everywhere. */
  void disable(String clientId);

  /** The force of a client; empty when it is unknown or switched off. At most a second old. */
  Optional<ForceId> forceOf(String clientId);
}
