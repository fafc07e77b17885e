package uk.followmycase.identity;

import java.security.Principal;
import java.time.Instant;
import java.util.UUID;

/**
 * Who is signed in at this host: the principal of the portal's sessions.
 *
 * @param account whose
 * @param signedInAt when the proofs were shown
 * @param strict whether the account signs in with the force's code (its sessions idle out sooner)
 * @param visit the session at the sign-in host that this one came from; ending it ends all of them.
 *     It opens nothing and never leaves the server
 */
public record CurrentPerson(AccountId account, Instant signedInAt, boolean strict, UUID visit)
    implements Principal {

  @Override
  public String getName() {
    return account.value().toString();
  }
}
