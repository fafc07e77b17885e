package uk.followmycase.cases.desk;

import uk.followmycase.tenancy.StaffRole;

/** Why something waits for a person of the force, and whom it waits for first. */
public enum TaskKind {
  /** The rules leave it to a person whether somebody is invited. */
  NEEDS_A_PERSON(StaffRole.SAFEGUARDING, Act.DECIDE),
  /** No notice reaches the victim. */
  VICTIM_NOT_TOLD(StaffRole.OFFICER, Act.ANSWER_TASK),
  /** A contact does not exist, or belongs to somebody else. */
  CONTACT_WRONG(StaffRole.OFFICER, Act.ANSWER_TASK),
  /** Whoever opened a link said that it is not for them. */
  LINK_REFUSED(StaffRole.OFFICER, Act.ANSWER_TASK),
  /** Wrong tries killed a code that the force had handed over. */
  CODES_SPENT(StaffRole.OFFICER, Act.HAND_OVER_CODE),
  /** A case was closed without reasons in plain words. */
  REASONS_MISSING(StaffRole.OFFICER, Act.POST_UPDATE),
  /** Somebody was shut out of their case because somebody dangerous may be reading. */
  ACCESS_SUSPENDED(StaffRole.SAFEGUARDING, Act.RESTORE_ACCESS),
  /** Somebody opened a case without a part in it; its notice says why, and is where it ends. */
  GLASS_BROKEN(StaffRole.SUPERVISOR, Act.SEE_NOTICES),
  /** Somebody looked at many cases that nobody gave them; its notice is where it ends. */
  UNUSUAL_BROWSING(StaffRole.SUPERVISOR, Act.SEE_NOTICES),
  /** It is time to ask somebody again how they may safely be reached. */
  PLAN_REVIEW(StaffRole.OFFICER, Act.CHANGE_PLAN);

  private final StaffRole first;
  private final Act act;

  TaskKind(StaffRole first, Act act) {
    this.first = first;
    this.act = act;
  }

  /** What answers it: it can be left to nobody who may never do this. */
  public Act act() {
    return act;
  }

  /** Whether it is a notice's, which is where it is read and where it ends. */
  public boolean noticed() {
    return act == Act.SEE_NOTICES;
  }

  /** Whom it waits for until somebody passes it on. */
  public StaffRole first() {
    return first;
  }

  /** The name in files and keys: {@code needs-a-person}. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
