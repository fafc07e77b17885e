package uk.followmycase.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.followmycase.tenancy.StaffRole;

/** Who is signed in at the bound force's desk, and their end. */
public interface StaffOnDuty {

  /** Everybody with a visit that stands, the latest first; one line for each visit. */
  List<Here> all();

  /** The latest visit of somebody that stands. */
  Optional<Here> of(StaffId who);

  /**
   * Ends all that somebody has open at this force, at once and on every host; both are named in the
   * trail.
   *
   * @return false when there was nothing to end
   */
  boolean end(StaffId who, StaffMember by);

  /**
   * Somebody who is signed in.
   *
   * @param roles none when the force's file has taken them away meanwhile
   */
  record Here(StaffNames.Known who, Set<StaffRole> roles, Instant since) {}
}
