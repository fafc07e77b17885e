package uk.followmycase.cases.desk;

import java.util.Locale;

/** What ties somebody to a case, strongest first. */
public enum Bond {
  /** Officer in the case, by collar number. */
  OWN,
  /** Covers for the officer in the case. */
  COVER,
  /** Answers for the unit that the case is with. */
  SUPERVISED,
  /**
   * Somebody on the case is held, or a task on it waits for safeguarding or did until yesterday.
   */
  HELD,
  /** The person on the case is on the telephone or at the counter. */
  CALLER,
  /** Said why it must be, and a supervisor was told. */
  BROKEN_GLASS,
  /** Nothing, which always holds; and acts that are about no case. */
  NONE;

  /** Whether the force gave somebody the case, as opposed to their having taken it. */
  public boolean allocated() {
    return compareTo(CALLER) < 0;
  }

  /** As the trail says it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
