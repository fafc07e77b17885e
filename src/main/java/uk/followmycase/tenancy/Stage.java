package uk.followmycase.tenancy;

/** The common stages of a case, to which every force maps its own words for a status. */
public enum Stage {
  /** The report is recorded. */
  REPORTED,
  /** Somebody decides what can be done. */
  ASSESSING,
  /** An officer is making enquiries. */
  INVESTIGATING,
  /** Police or prosecutors decide what happens next. */
  DECIDING,
  /** The case is on its way to or before a court. */
  COURT,
  /** Another body deals with it. */
  ELSEWHERE,
  /** The police have finished, at least for now. */
  CLOSED
}
