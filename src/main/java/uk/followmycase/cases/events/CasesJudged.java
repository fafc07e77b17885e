package uk.followmycase.cases.events;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.followmycase.tenancy.ForceBound;
import uk.followmycase.tenancy.ForceId;

/**
 * A batch of cases was stored and everybody on them judged, in the transaction that still runs.
 * Only people whose standing is new or changed are named.
 */
public record CasesJudged(ForceId force, List<Judged> people) implements ForceBound {

  /**
   * One person.
   *
   * @param standing what the verdict says now
   * @param reachable channels with a safe contact
   * @param alreadyIn whether the person has a grant on the case
   */
  public record Judged(
      UUID caseId, UUID personId, Standing standing, Set<Reach> reachable, boolean alreadyIn) {}

  /** Verdicts as invitations need them. */
  public enum Standing {
    ELIGIBLE_STANDARD,
    ELIGIBLE_STRICT,
    NOT_ELIGIBLE,
    NEEDS_PERSON,
    /** No longer on the case. */
    GONE
  }

  /** Safe channels. */
  public enum Reach {
    TEXT,
    EMAIL
  }
}
