package uk.followmycase.cases.internal;

import java.util.List;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.cases.internal.Standings.Judged;

/**
 * A task about danger and whom it is about, held.
 *
 * @param bond by which the reader sees it
 * @param all on the case
 */
record HeldDanger(Task task, Bond bond, Judged person, List<Judged> all) {

  /** Whether somebody asked that what a hand had shut be opened, too. */
  boolean asked() {
    var grant = person.found().grant();
    return grant != null && grant.asked();
  }

  /** Whether nothing keeps the person out but this danger, and what they are asked to open. */
  boolean opens() {
    var grant = person.found().grant();
    return grant != null
        && grant.state() == AccessState.SUSPENDED
        && (!grant.byHand() || grant.asked())
        && !representsDanger();
  }

  /** Whether the person whom they represent is in danger: no clearing of theirs ends that. */
  boolean representsDanger() {
    var of = person.found().represents();
    return all.stream().anyMatch(one -> one.danger() && one.found().personId().equals(of));
  }

  /** Whether a contact of the account itself is unsafe now: that stays in the way of everybody. */
  boolean ownUnsafe() {
    var grant = person.found().grant();
    return grant != null && Digest.meet(person.found().unsafe(), grant.proved());
  }
}
