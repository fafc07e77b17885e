package uk.followmycase.cases.internal;

/** Where a task stands. */
enum TaskState {
  /** Nobody is at it. */
  OPEN,
  /** Somebody is. */
  TAKEN,
  /** Somebody has an answer that a second person must confirm. */
  PROPOSED,
  /** It has been answered. */
  ANSWERED,
  /** Its cause went away. */
  GONE;

  /** Whether anything can still become of it. */
  boolean live() {
    return this == OPEN || this == TAKEN || this == PROPOSED;
  }
}
