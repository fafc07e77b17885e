package uk.followmycase.invitations.internal;

/** Where an invitation stands. */
enum State {
  /** Its notice is queued; no link is out. */
  WAITING,
  /** A link is out. */
  SENT,
  /** Somebody with the link has shown the second proof. */
  PROVED,
  /** The person is in. */
  ACCEPTED,
  /** Whoever opened it said that it is not for them. */
  REFUSED,
  /** Taken back. */
  CANCELLED,
  /** Its time ran out. */
  EXPIRED;

  /** Whether anything can still become of it. A person has at most one live invitation. */
  boolean live() {
    return this == WAITING || this == SENT || this == PROVED;
  }
}
