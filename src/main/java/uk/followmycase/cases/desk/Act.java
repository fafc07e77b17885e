package uk.followmycase.cases.desk;

/**
 * What somebody may do at a desk. {@link DeskPolicy} says who; nothing is done there that is not
 * listed here.
 */
public enum Act {
  /** Look at what a desk shows to anybody, signed in or not. */
  LEAVE(About.DESK),
  /** Be at the desk, and see who one is there. */
  ENTER(About.DESK),
  SEE_WORK(About.DESK),
  SEARCH(About.DESK),
  SEE_TASKS(About.DESK),
  /** Let one officer work on another's cases for a time. */
  SET_COVER(About.DESK),
  /** See where a glass was broken, and who browses. */
  SEE_NOTICES(About.DESK),
  /** Name people and contacts whose cases one must not see. */
  DECLARE_CONFLICT(About.DESK),
  /** The same for somebody else. */
  ADD_CONFLICT(About.DESK),
  /** Take a conflict back that is not one's own. */
  LIFT_CONFLICT(About.DESK, true),
  SEE_DELIVERY(About.DESK),
  SWITCH_CHANNEL(About.DESK, true),
  /** See who is signed in. */
  SEE_STAFF(About.DESK),
  /** Send somebody home at once. */
  END_VISITS(About.DESK),
  /** The same, and for good: to shut a door is never made hard. */
  KEEP_OUT(About.DESK),
  /** Open it again. */
  LET_IN(About.DESK, true),
  SEE_TRAIL(About.DESK),
  EXPORT_TRAIL(About.DESK, true),
  APPROVE_EXPORT(About.DESK, true),

  /** See what the victim sees. */
  SEE_PAGE(About.CASE),
  /** See who is in and who is not. */
  SEE_ACCESS(About.CASE),
  /** See all that is held: contacts, verdicts and their reasons, what happened to access. */
  SEE_FILE(About.CASE),
  /** See who looked lately. */
  SEE_READERS(About.CASE),
  /** Keep how a caller was checked, and see what the caller sees for half an hour. */
  RECORD_CALLER(About.CASE),
  /** See a case without a part in it, for a reason that a supervisor reads. */
  BREAK_GLASS(About.CASE, true),
  /** Decide about somebody whom the rules leave to people. */
  DECIDE(About.CASE),
  /** See to a task: take it, pass it on, say what became of it. */
  ANSWER_TASK(About.CASE),
  CHANGE_PLAN(About.CASE),
  POST_UPDATE(About.CASE),
  CORRECT_UPDATE(About.CASE),
  WITHDRAW_UPDATE(About.CASE),
  INVITE(About.CASE),
  RESEND_INVITATION(About.CASE),
  CANCEL_INVITATION(About.CASE),
  HAND_OVER_CODE(About.CASE),
  /** Make the code of somebody worthless who is in, and hand over another. */
  REPLACE_CODE(About.CASE, true),
  SUSPEND_ACCESS(About.CASE),
  RESTORE_ACCESS(About.CASE, true),
  WITHDRAW_ACCESS(About.CASE, true),
  ADD_REPRESENTATIVE(About.CASE, true),
  /** To end what somebody sees is never made hard. */
  END_REPRESENTATIVE(About.CASE);

  private enum About {
    DESK,
    CASE
  }

  private final About about;
  private final boolean strong;

  Act(About about) {
    this(about, false);
  }

  Act(About about, boolean strong) {
    this.about = about;
    this.strong = strong;
  }

  /** Whether it is done to one case, so that rights hang on the bond with it. */
  public boolean aboutCase() {
    return about == About.CASE;
  }

  /** Whether it wants a fresh sign-in. */
  public boolean strong() {
    return strong;
  }
}
