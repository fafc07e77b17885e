package uk.followmycase.invitations.internal;

/** Why an invitation was taken back. */
enum Ending {
  NOT_ELIGIBLE,
  NEEDS_PERSON,
  GONE,
  UNREACHABLE,
  /** The person has access already. */
  ALREADY_IN,
  /** The contacts changed: an old link must not be good in the wrong hands. */
  CONTACTS_CHANGED,
  /** The force took it back. */
  BY_FORCE
}
