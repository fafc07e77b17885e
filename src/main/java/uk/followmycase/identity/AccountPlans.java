package uk.followmycase.identity;

import java.util.Collection;
import java.util.Map;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.Plan;

/**
 * How codes may reach whoever has an account, as all their cases with all forces have it together.
 * Answered by the module that knows the cases; asked where no force is bound.
 */
public interface AccountPlans {

  /**
   * Of each thing the safer word of all cases, for each of these contacts. By one that is not safe
   * on any case, or was given up, there is no way, however safe another of the same channel is.
   */
  Map<Contact, Plan> of(AccountId account, Collection<Contact> contacts);
}
