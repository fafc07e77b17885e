package uk.followmycase.delivery.events;

import java.util.List;
import java.util.UUID;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices;
import uk.followmycase.tenancy.ForceBound;
import uk.followmycase.tenancy.ForceId;

/**
 * What was to reach these people did not, and will not: somebody has to tell them another way. In
 * the transaction that still runs.
 */
public record PeopleNotReached(ForceId force, List<NotReached> people) implements ForceBound {

  /** One person. */
  public record NotReached(
      UUID caseId, UUID personId, Notices.Kind kind, Channel channel, Why why) {}

  /** Why not. */
  public enum Why {
    /** No way is left that the person's plan allows. */
    NO_SAFE_WAY,
    /** A provider will never take it, or it came back for good. */
    CONTACT_WRONG,
    /** Whoever got it says that it is not for them. */
    NOT_FOR_THEM,
    /** It failed too often. */
    FAILED,
    /** Its time was over before it could leave. */
    TOO_LATE
  }
}
