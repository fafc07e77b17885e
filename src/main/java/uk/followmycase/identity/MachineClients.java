package uk.followmycase.identity;

import java.util.Optional;
import uk.followmycase.tenancy.ForceId;

/** Records systems that may call the API. The registration fixes the force. */
public interface MachineClients {

  /** Registers a client of a force, or gives it a new secret; for start-up and tests. */
  void register(ForceId force, String clientId, String secret);

  /** The force of a client. */
  Optional<ForceId> forceOf(String clientId);
}
