package uk.followmycase.invitations.internal;

import uk.followmycase.audit.Actor;

/** Who acts on invitations. */
final class Actors {

  /** Verdicts and time. */
  static final Actor US = Actor.system("invitations");

  /** Whoever holds a link: not known to be anybody before the second proof. */
  static final Actor HOLDER = new Actor(Actor.Kind.PERSON, "link-holder");

  private Actors() {}
}
