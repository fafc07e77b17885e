package uk.followmycase.cases;

import java.util.Optional;
import uk.followmycase.cases.CasePages.Onlooker;
import uk.followmycase.identity.AccountId;
import uk.followmycase.tenancy.keys.Handle;

/**
 * Who may see a case for the person whose it is, in that person's own hands. To end it wants no
 * reason and nobody's leave.
 */
public interface Onlookers {

  /** One of them; empty where there is none, or the case is not the person's own. */
  Optional<Onlooker> find(AccountId account, Handle file, Handle onlooker);

  /**
   * Ends what one may see, at once and for good; nothing is held of them any more.
   *
   * @return false where there is nothing to end
   */
  boolean end(AccountId account, Handle file, Handle onlooker);
}
