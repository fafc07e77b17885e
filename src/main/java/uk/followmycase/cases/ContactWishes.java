package uk.followmycase.cases;

import java.util.Optional;
import uk.followmycase.delivery.Plan;
import uk.followmycase.identity.AccountId;
import uk.followmycase.tenancy.keys.Handle;

/**
 * How somebody who is in wishes to be reached about a case of theirs. Of each thing the safer word
 * holds, theirs or the force's; why the force is more careful is never told here, since others may
 * look on.
 */
public interface ContactWishes {

  /** Empty when there is no such case, it is another's, or access does not allow it. */
  Optional<Shown> show(AccountId account, Handle handle);

  /**
   * Puts a wish in the place of the one before.
   *
   * @return false when there is no such case for them
   */
  boolean wish(AccountId account, Handle handle, Plan plan);

  /**
   * What stands.
   *
   * @param own what they wished for; {@link Plan#NONE} when they never said
   * @param holds what counts now, without the care that is the force's alone
   * @param safer whether the force is more careful than they asked for
   */
  record Shown(Plan own, Plan holds, boolean safer) {}
}
