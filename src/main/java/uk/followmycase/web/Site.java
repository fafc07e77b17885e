package uk.followmycase.web;

/** The kinds of host that pages stand on. */
public enum Site {
  /** A force's portal. */
  FORCE,
  /** Where a force's staff work. */
  DESK,
  /** Where people sign in, for every force. */
  SIGN_IN,
  /** Where the nation's administrators work. */
  NATIONAL,
  /** The plain page that leads to the forces. */
  LANDING
}
