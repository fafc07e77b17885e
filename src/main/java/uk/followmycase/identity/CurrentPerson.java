package uk.followmycase.identity;

import java.time.Instant;

/**
 * Who is signed in at this host: the principal of the portal's sessions.
 *
 * @param account whose
 * @param signedInAt when the proofs were shown
 * @param strict whether the account signs in with the force's code (its sessions idle out sooner)
 */
public record CurrentPerson(AccountId account, Instant signedInAt, boolean strict)
    implements java.security.Principal {

  @Override
  public String getName() {
    return account.value().toString();
  }
}
