package uk.followmycase.delivery.internal;

/** A parcel and what came of it. */
record Outcome(Parcel parcel, Handover handover) {}
