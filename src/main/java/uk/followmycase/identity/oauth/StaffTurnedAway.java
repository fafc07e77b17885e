package uk.followmycase.identity.oauth;

import uk.followmycase.identity.Staff.Refusal;

/** A sign-in of staff that cannot go on. Says why, never what a provider or browser sent. */
final class StaffTurnedAway extends RuntimeException {

  private final Refusal why;

  StaffTurnedAway(Refusal why, Throwable cause) {
    super(why.name(), cause);
    this.why = why;
  }

  StaffTurnedAway(Refusal why) {
    super(why.name());
    this.why = why;
  }

  Refusal why() {
    return why;
  }
}
