package uk.followmycase.invitations.internal;

/** What somebody must show beside the link. */
enum Proof {
  /** A code that we send to the other contact. */
  STANDARD,
  /** A code that the force hands over itself. */
  STRICT;

  boolean strict() {
    return this == STRICT;
  }
}
