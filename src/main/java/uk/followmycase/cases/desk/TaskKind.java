package uk.followmycase.cases.desk;

import uk.followmycase.tenancy.StaffRole;

/** Why something waits for a person of the force, and whom it waits for first. */
public enum TaskKind {
  /** The rules leave it to a person whether somebody is invited. */
  NEEDS_A_PERSON(StaffRole.SAFEGUARDING),
  /** No notice reaches the victim. */
  VICTIM_NOT_TOLD(StaffRole.OFFICER),
  /** A contact does not exist, or belongs to somebody else. */
  CONTACT_WRONG(StaffRole.OFFICER),
  /** Whoever opened a link said that it is not for them. */
  LINK_REFUSED(StaffRole.OFFICER),
  /** Wrong tries killed a code that the force had handed over. */
  CODES_SPENT(StaffRole.OFFICER),
  /** A case was closed without reasons in plain words. */
  REASONS_MISSING(StaffRole.OFFICER),
  /** Somebody was shut out of their case because somebody dangerous may be reading. */
  ACCESS_SUSPENDED(StaffRole.SAFEGUARDING),
  /** Somebody opened a case without a part in it; its notice says why, and is where it ends. */
  GLASS_BROKEN(StaffRole.SUPERVISOR),
  /** It is time to ask somebody again how they may safely be reached. */
  PLAN_REVIEW(StaffRole.OFFICER);

  private final StaffRole first;

  TaskKind(StaffRole first) {
    this.first = first;
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
