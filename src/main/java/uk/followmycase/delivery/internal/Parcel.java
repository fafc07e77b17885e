package uk.followmycase.delivery.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Message;
import uk.followmycase.tenancy.ForceSettings.Sender;

/**
 * What is handed to a provider.
 *
 * @param attempt id of the attempt; providers use it as their reference where they can
 * @param force the force's folder name
 * @param via the provider and the sender that the force has chosen for the channel
 * @param discreet whether that is the sender that shows nothing of the force
 * @param news what it has in common with others of which one is enough; null for what stands alone
 * @param possibleDuplicate whether an earlier attempt may have reached the person
 * @param asked when its plan, the switches and the hours were last asked about it
 */
record Parcel(
    Lease lease,
    Kind kind,
    UUID attempt,
    String force,
    Sender via,
    boolean discreet,
    Message message,
    @Nullable News news,
    boolean possibleDuplicate,
    Instant asked) {

  /**
   * News that may reach the same reader, at the same contact and in the same words, by more than
   * one notice.
   *
   * @param same a digest, equal for all of these
   * @param since what left from then on tells of this, too
   */
  record News(UUID same, Instant since) {}

  /** The same, of which something like it may have reached the person. */
  Parcel doubtful() {
    return new Parcel(lease, kind, attempt, force, via, discreet, message, news, true, asked);
  }

  UUID notice() {
    return lease.notice();
  }

  String provider() {
    return via.provider();
  }

  @Override
  public String toString() {
    return "attempt " + attempt;
  }
}
