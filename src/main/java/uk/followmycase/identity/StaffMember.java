package uk.followmycase.identity;

import java.security.Principal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.followmycase.audit.Actor;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.StaffRole;

/**
 * Who works at a force's desk: the principal of its sessions, as of this very request.
 *
 * @param id of the account
 * @param force the one that this session is for
 * @param roles one at least
 * @param collarNumber null where the provider names none
 * @param units that they work in, or answer for as a supervisor; as the records system names them
 * @param displayName as colleagues know them; empty where the provider names none
 * @param signedInAt when they came in
 */
public record StaffMember(
    StaffId id,
    ForceId force,
    Set<StaffRole> roles,
    @Nullable String collarNumber,
    Set<String> units,
    String displayName,
    Instant signedInAt)
    implements Principal {

  public StaffMember {
    roles = Set.copyOf(roles);
    units = Set.copyOf(units);
  }

  /** Whether they have a role here. */
  public boolean is(StaffRole role) {
    return roles.contains(role);
  }

  /** As the trail names them. */
  public Actor actor() {
    return new Actor(Actor.Kind.OFFICER, getName());
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
