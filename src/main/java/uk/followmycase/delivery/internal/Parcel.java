package uk.followmycase.delivery.internal;

import java.time.Instant;
import java.util.UUID;
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
    boolean possibleDuplicate,
    Instant asked) {

  String provider() {
    return via.provider();
  }

  @Override
  public String toString() {
    return "attempt " + attempt;
  }
}
