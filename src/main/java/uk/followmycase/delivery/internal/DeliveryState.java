package uk.followmycase.delivery.internal;

/** Where a notice stands. */
enum DeliveryState {
  /** In the outbox. */
  WAITING,
  /** An attempt is written; a provider is being called or was called just now. */
  SENDING,
  HANDED_OVER,
  /** Another notice to the same reader, which left since, tells of it, too. */
  TOLD,
  UNKNOWN,
  REFUSED,
  PARKED,
  EXPIRED,
  DROPPED,
  RECALLED,
  /** No way is left that the person's plan allows. */
  UNSAFE;

  /** Whether nothing can happen to it any more. */
  boolean ended() {
    return this != WAITING && this != SENDING;
  }
}
