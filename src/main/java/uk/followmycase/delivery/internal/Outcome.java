package uk.followmycase.delivery.internal;

/** A parcel and what came of it. */
record Outcome(Parcel parcel, Handover handover) {

  /** Whether nothing will ever reach its contact. */
  boolean contactRefused() {
    return handover instanceof Handover.Refused refused && refused.contact();
  }
}
