package uk.followmycase.delivery.internal;

import static uk.followmycase.delivery.internal.DeliveryState.DROPPED;
import static uk.followmycase.delivery.internal.DeliveryState.EXPIRED;
import static uk.followmycase.delivery.internal.DeliveryState.HANDED_OVER;
import static uk.followmycase.delivery.internal.DeliveryState.PARKED;
import static uk.followmycase.delivery.internal.DeliveryState.RECALLED;
import static uk.followmycase.delivery.internal.DeliveryState.REFUSED;
import static uk.followmycase.delivery.internal.DeliveryState.SENDING;
import static uk.followmycase.delivery.internal.DeliveryState.TOLD;
import static uk.followmycase.delivery.internal.DeliveryState.UNKNOWN;
import static uk.followmycase.delivery.internal.DeliveryState.UNSAFE;
import static uk.followmycase.delivery.internal.DeliveryState.WAITING;

/** Every legal step of a delivery. There are no others. */
enum Step {
  BEGIN(WAITING, SENDING, "an attempt is written"),
  ACCEPT(SENDING, HANDED_OVER, "the provider took it"),
  REFUSE(SENDING, REFUSED, "the provider refused it for good"),
  RETRY(SENDING, WAITING, "it failed, or its outcome is unknown and it may arrive twice"),
  LOSE_SIGHT(SENDING, UNKNOWN, "its outcome is unknown and it may not arrive twice"),
  GIVE_UP(SENDING, PARKED, "it failed too often"),
  GIVE_UP_WRITING(WAITING, PARKED, "writing its words failed too often"),
  ARRIVE(WAITING, HANDED_OVER, "a receipt says that an attempt of unknown outcome arrived"),
  TELL(WAITING, TOLD, "a notice to the same reader, which left since, tells of it"),
  EXPIRE(WAITING, EXPIRED, "its time is over"),
  DROP(WAITING, DROPPED, "it makes no sense any more"),
  RECALL(WAITING, RECALLED, "it was taken back"),
  RECALL_LATE(SENDING, RECALLED, "it was taken back and would be tried again"),
  WITHHOLD(WAITING, UNSAFE, "the person's plan leaves no way for it");

  private final DeliveryState from;
  private final DeliveryState to;
  private final String cause;

  Step(DeliveryState from, DeliveryState to, String cause) {
    this.from = from;
    this.to = to;
    this.cause = cause;
  }

  DeliveryState from() {
    return from;
  }

  DeliveryState to() {
    return to;
  }

  String cause() {
    return cause;
  }
}
