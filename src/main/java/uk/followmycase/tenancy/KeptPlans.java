package uk.followmycase.tenancy;

/**
 * Marks transactions of the hot path, all of whose statements find rows one by one, by their keys,
 * from arrays of any length. PostgreSQL plans each such statement once for a connection, always by
 * index and row by row, instead of anew each time, which would cost a tenth of all work. A plan
 * from when tables were empty is still the right one when they are full.
 *
 * <p>As the {@code label} of {@link org.springframework.transaction.annotation.Transactional}, or
 * the name of a transaction template. Not for what searches, sorts or filters by choice: that needs
 * a plan for what is asked.
 */
public final class KeptPlans {

  /** The mark. */
  public static final String MARK = "kept-plans";

  private KeptPlans() {}
}
