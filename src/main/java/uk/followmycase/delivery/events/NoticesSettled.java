package uk.followmycase.delivery.events;

import java.util.List;
import java.util.UUID;
import uk.followmycase.delivery.Notices;
import uk.followmycase.tenancy.ForceBound;
import uk.followmycase.tenancy.ForceId;

/** A batch of notices came to their end, in the transaction that still runs. */
public record NoticesSettled(ForceId force, List<Settled> notices) implements ForceBound {

  /**
   * One notice.
   *
   * @param about row id of the thing it spoke of
   */
  public record Settled(UUID notice, UUID about, Notices.Kind kind, Ending ending) {}

  /** How a notice ended. */
  public enum Ending {
    /** A provider took it. */
    HANDED_OVER,
    /** Another notice to the same reader told of it, too. */
    TOLD,
    /** Nobody knows whether a provider took it, and it may not be sent twice. */
    UNKNOWN,
    /** A provider refused it for good. */
    REFUSED,
    /** It failed too often; a person has to look. */
    PARKED,
    /** Its time was over before it could leave. */
    EXPIRED,
    /** It made no sense any more when its words were to be written. */
    DROPPED,
    /** It was taken back. */
    RECALLED,
    /** No way was left that the person's plan allows. */
    UNSAFE
  }
}
