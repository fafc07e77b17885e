package uk.followmycase.cases.desk;

import java.util.Optional;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/** Shuts and opens the access of people who are in, by the hand of a member of staff. */
public interface AccessDesk {

  /** Longest reason, in characters. */
  int LONGEST_REASON = 1000;

  /** Shuts it until a person opens it again, and ends all sessions. */
  Done suspend(StaffMember who, Seen seen, String reason);

  /** Opens what was shut by hand. Where danger stands a task asks for two people instead. */
  Done restore(StaffMember who, Seen seen);

  /** Ends it for good; the person can be invited anew. */
  Done withdraw(StaffMember who, Seen seen, String reason);

  /** What two people need to know before they open it; empty when nothing is left to open. */
  Optional<Danger> danger(StaffMember who, Handle task);

  /**
   * Asks a second person to open what was shut for danger. Whoever asks cannot be who confirms.
   *
   * @param note why nobody is in danger
   */
  TaskDesk.Done propose(StaffMember who, Looked looked, String note);

  /** Confirms what a colleague asked for: the collisions that both saw are cleared. */
  TaskDesk.Done confirm(StaffMember who, Looked looked, String note);

  /** Does not confirm it. */
  TaskDesk.Done decline(StaffMember who, Looked looked, String note);

  /**
   * A form about somebody's access.
   *
   * @param mark of how it stood when the form was made, as {@link CaseSight.OnCase#mark()} says it
   */
  record Seen(Handle file, Handle person, String mark) {}

  /**
   * A form about what danger has shut.
   *
   * @param seen the danger as it stood when the form was made
   */
  record Looked(Handle task, String seen) {}

  /**
   * What keeps somebody out.
   *
   * @param question with the reasons, as for those who are held
   * @param own whether a contact that they sign in with has become unsafe: then nobody can open it
   * @param others whether the person whom they represent is in danger, too: then it stays shut
   *     whatever is confirmed here
   * @param moved whether something has come since a colleague asked for a second person
   */
  record Danger(Decisions.Question question, boolean own, boolean others, boolean moved) {}

  /** What became of it. */
  enum Done {
    DONE,
    /** It stands otherwise than was thought: somebody else was faster, or danger stands. */
    NOT_NOW,
    /** Danger stands: a task now asks for two people who open it. */
    TWO_PEOPLE,
    /** No reason was given, or one that is too long. */
    NO_REASON,
    /** No such person, or not theirs to act on. */
    NOT_THERE
  }
}
