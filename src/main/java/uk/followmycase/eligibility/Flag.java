package uk.followmycase.eligibility;

/** What a records system may say about a crime or a person that rules look at. */
public enum Flag {
  DOMESTIC_ABUSE(true),
  HATE(false),
  SEXUAL(true),
  HONOUR_BASED(true),
  STALKING(true),
  CHILD(true),
  VULNERABLE(false),
  POLICE_VICTIM(false),
  BUSINESS(false),
  DEATH(false);

  private final boolean strict;

  Flag(boolean strict) {
    this.strict = strict;
  }

  /** Whether the flag alone makes the proof strict: the force hands the code over itself. */
  public boolean strict() {
    return strict;
  }
}
