package uk.followmycase.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.followmycase.cases.events.CasesJudged.Judged;
import uk.followmycase.delivery.Contact;
import uk.followmycase.identity.AccountId;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.keys.Handle;

/** Who may see which case of the bound force, and in which state that access is. */
public interface Grants {

  /**
   * Lets an account see a case as this person. Opening again what is open changes nothing.
   *
   * @return false when the person is not to be let in now (held, gone, or somebody else is in)
   */
  boolean open(PersonId person, AccountId account);

  /** Forces where an account has any case; opaque to every force. Needs no bound force. */
  List<ForceId> forcesOf(AccountId account);

  /**
   * What an invitation needs to reach a person: safe contacts and the language wish, in one
   * statement for the batch. People who are gone are absent.
   */
  Map<PersonId, Reachable> reachable(java.util.Collection<PersonId> people);

  /** The person with this source id on the case with this reference. */
  Optional<PersonId> personBySource(String reference, String sourceId);

  /**
   * How somebody on a case stands now. Waits until nobody judges the case, and holds it.
   *
   * @param person by the name in addresses
   */
  Optional<Judged> standing(CaseId caseId, Handle person);

  /**
   * How to reach somebody.
   *
   * @param wish {@code en}, {@code cy}, or null when never asked
   */
  record Reachable(
      CaseId caseId, List<Contact> contacts, @org.jspecify.annotations.Nullable String wish) {}

  /** The account that may look at the case as this person now; held until the transaction ends. */
  Optional<AccountId> reader(PersonId person);

  /** The account that has a grant as this person, in whatever state the access is. */
  Optional<AccountId> holder(PersonId person);

  /** States of access. */
  enum AccessState {
    OPEN,
    READ_ONLY,
    SUSPENDED,
    ENDED
  }
}
