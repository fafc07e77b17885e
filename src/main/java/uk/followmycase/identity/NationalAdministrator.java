package uk.followmycase.identity;

import java.security.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after the platform for all forces: the principal of the national site's sessions. They
 * work for no force, no force is ever bound for them, and no case is theirs to see.
 *
 * @param id of the account
 * @param displayName empty where the provider names none
 * @param signedInAt when they came in
 * @param provedAt when the provider last asked them who they are; null where it did not say
 * @param askAgain who is to say anew who they are, and when; null where there is none to ask
 */
public record NationalAdministrator(
    StaffId id,
    String displayName,
    Instant signedInAt,
    @Nullable Instant provedAt,
    @Nullable ProviderToAsk askAgain)
    implements Principal {

  /** Whether they showed just now that it is they. */
  public boolean provedLately(Instant now) {
    return provedAt != null && provedAt.plus(StaffMember.PROOF_LASTS).isAfter(now);
  }

  /** Whether what their provider said of them has become old. */
  public boolean toBeAskedAgain(Instant now) {
    return askAgain != null && askAgain.due(now);
  }

  @Override
  public String getName() {
    return id.value().toString();
  }

  @Override
  public String toString() {
    return "national administrator " + getName();
  }
}
