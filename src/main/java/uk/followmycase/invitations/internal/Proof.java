package uk.followmycase.invitations.internal;

/** What somebody must show beside the link. */
enum Proof {
  /** A code that we send to the other contact. */
  STANDARD,
  /** A code that the force hands over, because there is no other contact. */
  LONE_CONTACT,
  /** A code that the force hands over, because the verdict says so. */
  STRICT;

  boolean strict() {
    return this != STANDARD;
  }

  /** What a live invitation asks for after a new verdict: danger once seen is not forgotten. */
  Proof after(Proof wanted) {
    return this == STRICT ? STRICT : wanted;
  }
}
