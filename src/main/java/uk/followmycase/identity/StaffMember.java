package uk.followmycase.identity;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.Colleague;
import uk.followmycase.tenancy.CollarNumber;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.StaffRole;

/**
 * Who works at a force's desk: the principal of its sessions, as of this very request.
 *
 * @param id of the account
 * @param force the one that this session is for
 * @param roles one at least
 * @param collarNumber as {@link CollarNumber} writes it; null where the provider names none
 * @param units that they work in, or answer for as a supervisor; as the records system names them
 * @param displayName as colleagues know them; empty where the provider names none
 * @param signedInAt when they came in
 * @param provedAt when the provider last asked them who they are; null where it did not say
 * @param through the machine client that acts in their name; null for whoever is here in person
 * @param askAgain who is to say anew who they are, and when; null where there is none to ask
 */
public record StaffMember(
    StaffId id,
    ForceId force,
    Set<StaffRole> roles,
    @Nullable String collarNumber,
    Set<String> units,
    String displayName,
    Instant signedInAt,
    @Nullable Instant provedAt,
    @Nullable String through,
    @Nullable ProviderToAsk askAgain)
    implements Principal {

  /** How long a proof is good for acts that could do much harm. */
  public static final Duration PROOF_LASTS = Duration.ofMinutes(10);

  public StaffMember {
    roles = Set.copyOf(roles);
    units = Set.copyOf(units);
    collarNumber =
        collarNumber == null || collarNumber.isBlank() ? null : CollarNumber.of(collarNumber);
  }

  /** Somebody of whom nothing is known but that they came in. */
  public StaffMember(
      StaffId id,
      ForceId force,
      Set<StaffRole> roles,
      @Nullable String collarNumber,
      Set<String> units,
      String displayName,
      Instant signedInAt) {
    this(id, force, roles, collarNumber, units, displayName, signedInAt, null, null, null);
  }

  /** Whether they showed just now that it is they. */
  public boolean provedLately(Instant now) {
    return provedAt != null && provedAt.plus(PROOF_LASTS).isAfter(now);
  }

  /** Whether what their provider said of them has become old. */
  public boolean toBeAskedAgain(Instant now) {
    return askAgain != null && askAgain.due(now);
  }

  /** Whether they have a role here. */
  public boolean is(StaffRole role) {
    return roles.contains(role);
  }

  /** As the trail names them. */
  public Actor actor() {
    return new Actor(Actor.Kind.OFFICER, getName());
  }

  /** As the one person that they are, whatever account they came with. */
  public Colleague colleague() {
    return new Colleague(getName(), collarNumber);
  }

  @Override
  public String getName() {
    return id.value().toString();
  }

  @Override
  public String toString() {
    return "staff member " + getName();
  }
}
