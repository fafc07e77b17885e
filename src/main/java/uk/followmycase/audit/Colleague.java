package uk.followmycase.audit;

import org.jspecify.annotations.Nullable;
import uk.followmycase.tenancy.CollarNumber;

/**
 * A member of staff, where an act wants two people. Somebody may have two accounts, by two
 * providers, and is still one person.
 *
 * @param account id
 * @param collarNumber null where it is not known
 */
public record Colleague(String account, @Nullable String collarNumber) {

  /** Whether both are one person. */
  public boolean isAlso(Colleague other) {
    return account.equals(other.account)
        || (collarNumber != null
            && other.collarNumber != null
            && CollarNumber.of(collarNumber).equals(CollarNumber.of(other.collarNumber)));
  }

  @Override
  public String toString() {
    return "colleague " + account;
  }
}
