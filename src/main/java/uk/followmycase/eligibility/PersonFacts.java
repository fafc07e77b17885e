package uk.followmycase.eligibility;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rules may look at in a person on a case.
 *
 * @param sourceId the records system's id of the person; feeds the stable percentage
 * @param role on this case
 * @param born date of birth, if known; age counts on the day of judging
 * @param text whether a safe number for texts is on record
 * @param email whether a safe e-mail address is on record
 * @param shared whether a device, number or address is marked as shared
 * @param clashes what the collision register found
 */
public record PersonFacts(
    String sourceId,
    Role role,
    @Nullable LocalDate born,
    boolean text,
    boolean email,
    boolean shared,
    Set<Clash> clashes) {

  /** Roles of people on a case (suspects are never held as people). */
  public enum Role {
    VICTIM,
    WITNESS,
    REPORTING_PERSON,
    GUARDIAN,
    NEXT_OF_KIN,
    BUSINESS_CONTACT,
    /** Whom the force lets see the case for somebody else; no rule speaks of them. */
    REPRESENTATIVE
  }

  /** Why a person's contacts or the person may be known to somebody dangerous. */
  public enum Clash {
    PHONE_OF_OTHER_PARTY("collision-phone"),
    EMAIL_OF_OTHER_PARTY("collision-email"),
    ADDRESS_OF_OTHER_PARTY("collision-address"),
    ALSO_OTHER_PARTY("collision-person");

    private final String key;

    Clash(String key) {
      this.key = key;
    }

    /** End of the key of its words among the reasons of verdicts. */
    public String key() {
      return key;
    }
  }
}
