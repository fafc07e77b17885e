package uk.followmycase.robustness;

/** Everything that breaks while notices leave. */
enum Fault {
  /** Killed when the attempt is written and the provider knows of nothing. */
  KILLED_BEFORE_THE_CALL,
  /** Killed when the provider has taken it and not answered. */
  KILLED_DURING_THE_CALL,
  /** Killed when the answer has left. */
  KILLED_AFTER_THE_CALL,
  /** Killed when it has heard the answer and is about to write it down. */
  KILLED_BEFORE_THE_MARK,
  /** Killed at any moment. */
  KILLED_AT_RANDOM,
  /** All instances at once. */
  ALL_KILLED,
  /** Stands still in the middle of a call for longer than a lease, and then goes on. */
  FROZEN,
  /** The database dies and comes back. */
  DATABASE_KILLED,
  /** The database is stopped and started. */
  DATABASE_STOPPED,
  /** One instance and the database no longer hear each other, and nobody tells them. */
  CUT_OFF,
  /** The provider takes it, and keeps the line open without a word. */
  HALF_OPEN,
  /** The provider asks everybody to slow down. */
  THROTTLED,
  /** The provider answers that it is broken, whether it took what it was given or not. */
  FAILING,
  /**
   * The provider throttles, fails, hangs up, breaks off and stays silent, in turn and by chance.
   */
  TROUBLED
}
