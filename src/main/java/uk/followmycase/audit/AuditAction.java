package uk.followmycase.audit;

/**
 * What is auditable, each with its category of the Data Protection Act 2018, section 62(1). The
 * stored code is the constant's name: constants are added, never renamed.
 */
public enum AuditAction {
  FORCE_REVISED(Category.ALTERATION),
  CASE_RECEIVED(Category.COLLECTION),
  CASE_CHANGED(Category.ALTERATION),
  CASE_REPLAYED(Category.CONSULTATION),
  CASE_RECONCILED(Category.DISCLOSURE),
  CASE_VIEWED(Category.CONSULTATION),
  CASES_LISTED(Category.CONSULTATION),
  UPDATE_RECEIVED(Category.COLLECTION),
  UPDATE_WITHDRAWN(Category.ERASURE),
  PERSON_JUDGED(Category.COMBINATION),
  ACCESS_OPENED(Category.DISCLOSURE),
  ACCESS_CHANGED(Category.ALTERATION),
  INVITATION_MADE(Category.ALTERATION),
  INVITATION_CHANGED(Category.ALTERATION),
  INVITATION_REMINDED(Category.ALTERATION),
  INVITATION_CANCELLED(Category.ALTERATION),
  INVITATION_EXPIRED(Category.ALTERATION),
  INVITATION_OPENED(Category.CONSULTATION),
  INVITATION_PROVED(Category.ALTERATION),
  INVITATION_REFUSED(Category.CONSULTATION),
  INVITATION_ACCEPTED(Category.ALTERATION),
  HAND_OVER_CODE_MADE(Category.DISCLOSURE),
  HAND_OVER_CODE_SPENT(Category.ALTERATION),
  NOTICE_SENT(Category.DISCLOSURE),
  NOTICE_FAILED(Category.ALTERATION),
  NOTICE_RECALLED(Category.ALTERATION),
  CODE_SENT(Category.ALTERATION),
  CODE_REFUSED(Category.CONSULTATION),
  SIGNED_IN(Category.CONSULTATION),
  SIGNED_OUT(Category.CONSULTATION),
  STAFF_SIGNED_IN(Category.CONSULTATION),
  STAFF_REFUSED(Category.CONSULTATION),
  STAFF_SIGNED_OUT(Category.CONSULTATION),
  CASE_REFUSED(Category.CONSULTATION),
  CASES_SEARCHED(Category.CONSULTATION),
  COVER_SET(Category.ALTERATION),
  COVER_ENDED(Category.ALTERATION),
  CALLER_RECORDED(Category.ALTERATION),
  GLASS_BROKEN(Category.ALTERATION),
  BROWSING_NOTICED(Category.ALTERATION),
  NOTICES_READ(Category.CONSULTATION),
  NOTICE_SETTLED(Category.ALTERATION),
  CONFLICT_NAMED(Category.ALTERATION),
  CONFLICT_LIFTED(Category.ALTERATION);

  private final Category category;

  AuditAction(Category category) {
    this.category = category;
  }

  /** Which of the Act's operations this is. */
  public Category category() {
    return category;
  }

  /** The operations that section 62(1) names. */
  public enum Category {
    COLLECTION,
    ALTERATION,
    CONSULTATION,
    DISCLOSURE,
    COMBINATION,
    ERASURE
  }
}
