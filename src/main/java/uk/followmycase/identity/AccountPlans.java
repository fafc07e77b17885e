package uk.followmycase.identity;

import uk.followmycase.delivery.Plan;

/**
 * How codes may reach whoever has an account, as all their cases with all forces have it together.
 * Answered by the module that knows the cases; asked where no force is bound.
 */
public interface AccountPlans {

  /** Of each thing the safer word of all cases. */
  Plan of(AccountId account);
}
