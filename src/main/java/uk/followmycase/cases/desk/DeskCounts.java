package uk.followmycase.cases.desk;

import uk.followmycase.identity.StaffMember;

/** How much waits at a desk, for what stands around every page of it. */
public interface DeskCounts {

  /** From here on it is counted no further. */
  int MANY = 100;

  /** What waits for somebody. */
  Waiting of(StaffMember who);

  /**
   * The same where the page has counted their tasks already.
   *
   * @param tasks that no colleague is at
   */
  Waiting of(StaffMember who, int tasks);

  /**
   * Numbers, {@link #MANY} for as many or more.
   *
   * @param tasks that no colleague is at
   * @param notices that are about others
   */
  record Waiting(int tasks, int notices) {

    /** Nothing waits, or nobody can tell. */
    public static final Waiting NONE = new Waiting(0, 0);
  }
}
