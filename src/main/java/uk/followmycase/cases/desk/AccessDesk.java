package uk.followmycase.cases.desk;

import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/** Shuts and opens the access of people who are in, by the hand of a member of staff. */
public interface AccessDesk {

  /** Shuts it until a person opens it again, and ends all sessions. */
  Done suspend(StaffMember who, Handle file, Handle person);

  /** Opens what was shut by hand. Danger that stands keeps it shut. */
  Done restore(StaffMember who, Handle file, Handle person);

  /** Ends it for good; the person can be invited anew. */
  Done withdraw(StaffMember who, Handle file, Handle person);

  /**
   * Asks a second person to open what was shut for danger. Whoever asks cannot be who confirms.
   *
   * @param note why nobody is in danger
   */
  TaskDesk.Done propose(StaffMember who, TaskDesk.Seen task, String note);

  /** Confirms what a colleague asked for: the collisions that stand now are cleared. */
  TaskDesk.Done confirm(StaffMember who, TaskDesk.Seen task, String note);

  /** Does not confirm it. */
  TaskDesk.Done decline(StaffMember who, TaskDesk.Seen task, String note);

  /** What became of it. */
  enum Done {
    DONE,
    /** It stands otherwise than was thought: somebody else was faster, or danger stands. */
    NOT_NOW,
    /** No such person, or not theirs to act on. */
    NOT_THERE
  }
}
