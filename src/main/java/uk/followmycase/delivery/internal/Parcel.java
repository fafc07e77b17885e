package uk.followmycase.delivery.internal;

import java.util.UUID;
import uk.followmycase.delivery.Notices.Message;

/**
 * What is handed to a provider.
 *
 * @param attempt id of the attempt; providers use it as their reference where they can
 * @param force the force's folder name
 * @param sender name or address shown to the person
 * @param possibleDuplicate whether an earlier attempt may have reached the person
 */
record Parcel(
    Lease lease,
    UUID attempt,
    String force,
    String provider,
    String sender,
    Message message,
    boolean possibleDuplicate) {

  @Override
  public String toString() {
    return "attempt " + attempt;
  }
}
