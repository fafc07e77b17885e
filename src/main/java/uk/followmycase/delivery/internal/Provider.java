package uk.followmycase.delivery.internal;

/** Somebody who carries texts or e-mails. Called without a transaction and without a connection. */
interface Provider {

  /** Its name in {@code force.yaml}. */
  String name();

  /**
   * Hands a parcel over, or finds out why not. Where some of its parts were taken and others were
   * not, the outcome is unknown. May block and may be interrupted; an exception means that nobody
   * knows whether the parcel was taken.
   */
  Handover send(Parcel parcel);
}
