package uk.followmycase.tenancy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody does for a force. One person may do several of these. */
public enum StaffRole {
  /** Investigates cases. */
  @JsonProperty("officer")
  OFFICER,
  /** Answers for officers and their cases. */
  @JsonProperty("supervisor")
  SUPERVISOR,
  /** Decides where somebody may be in danger. */
  @JsonProperty("safeguarding")
  SAFEGUARDING,
  /** Talks to people who call or visit. */
  @JsonProperty("contact-handler")
  CONTACT_HANDLER,
  /** Sets the force up; never sees what is in a case. */
  @JsonProperty("force-administrator")
  FORCE_ADMINISTRATOR,
  /** Watches who looked at what. */
  @JsonProperty("data-protection-officer")
  DATA_PROTECTION_OFFICER
}
