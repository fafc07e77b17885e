package uk.followmycase.tenancy;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Days on which promises to the public run: no weekends, and none of the bank holidays of the bound
 * force's jurisdiction.
 */
public interface WorkingDays {

  /** Whether people are expected to be at work. */
  boolean worked(LocalDate day);

  /**
   * The day by which something is to be done. The count starts the day after, so that nothing is
   * due on a day that is not worked; with no days at all it is the day itself, or the first that is
   * worked.
   */
  LocalDate after(LocalDate day, int days);

  /** The day of a moment, by the force's wall clock. */
  LocalDate day(Instant moment);

  /** The last minute of the day that is so many working days after, by the force's wall clock. */
  Instant due(LocalDate from, int days);
}
