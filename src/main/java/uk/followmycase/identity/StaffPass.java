package uk.followmycase.identity;

import java.security.Principal;
import java.time.Instant;
import java.util.UUID;

/**
 * That somebody of a force's staff has signed in. For whom and as what stands with the force, and
 * is looked up for every request.
 *
 * @param account whose
 * @param signedInAt when they came in
 * @param visit all that this sign-in opened; it never leaves the server
 */
public record StaffPass(StaffId account, Instant signedInAt, UUID visit) implements Principal {

  @Override
  public String getName() {
    return account.value().toString();
  }
}
