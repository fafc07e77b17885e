package uk.followmycase.delivery.internal;

/**
 * A parcel and what came of it.
 *
 * @param followed whether what follows from it for the person is done
 */
record Outcome(Parcel parcel, Handover handover, boolean followed) {

  Outcome(Parcel parcel, Handover handover) {
    this(parcel, handover, false);
  }

  Outcome andFollowed(boolean done) {
    return new Outcome(parcel, handover, done);
  }

  /** The same with nothing that a provider wrote; its receipts then find no notice. */
  Outcome inOurWords() {
    return handover instanceof Handover.Accepted
        ? new Outcome(parcel, new Handover.Accepted("unfit-" + parcel.lease().notice()), followed)
        : this;
  }

  boolean refused() {
    return handover instanceof Handover.Refused;
  }

  /** Whether nothing will ever reach its contact. */
  boolean contactRefused() {
    return handover instanceof Handover.Refused refused && refused.contact();
  }
}
