package uk.followmycase.cases.events;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.followmycase.tenancy.ForceBound;
import uk.followmycase.tenancy.ForceId;

/**
 * A batch of cases was stored and everybody on them judged, in the transaction that still runs.
 * Only people whose standing, channels or contacts are new or changed are named.
 */
public record CasesJudged(ForceId force, List<Judged> people) implements ForceBound {

  /**
   * One person.
   *
   * @param standing what the verdict says now
   * @param reachable channels with a safe contact
   * @param alreadyIn whether the person has a grant on the case
   * @param contactsChanged whether a contact was added, altered or taken away since the person was
   *     last named: a link that went to an old contact must die
   * @param contactGivenUp whether a contact came back or was refused by its reader: a link that
   *     went there must die too, but nothing is known of the person that was not known before
   */
  public record Judged(
      UUID caseId,
      UUID personId,
      Standing standing,
      Set<Reach> reachable,
      boolean alreadyIn,
      boolean contactsChanged,
      boolean contactGivenUp) {}

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
