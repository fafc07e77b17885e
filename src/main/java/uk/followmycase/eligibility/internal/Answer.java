package uk.followmycase.eligibility.internal;

import java.util.List;
import uk.followmycase.eligibility.Verdict.Reason;

/** What one policy has to say about a person on a case. */
sealed interface Answer {

  /** Nothing. */
  record Silent() implements Answer {}

  /**
   * Something, with its reasons.
   *
   * @param reasons never empty
   */
  record Says(Level level, List<Reason> reasons) implements Answer {}

  Answer SILENT = new Silent();

  /** The highest level that any policy speaks at decides. */
  enum Level {
    INCLUDED,
    TO_DECIDE,
    EXCLUDED,
    COLLISION
  }
}
