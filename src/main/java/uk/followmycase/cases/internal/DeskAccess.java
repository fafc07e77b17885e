package uk.followmycase.cases.internal;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.desk.AccessDesk;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/** Access by the hand of one person, and of two where danger has shut it. */
@Service
@Transactional
class DeskAccess implements AccessDesk {

  private final AccessByHand byHand;
  private final SecondPerson second;

  DeskAccess(AccessByHand byHand, SecondPerson second) {
    this.byHand = byHand;
    this.second = second;
  }

  @Override
  public Done suspend(StaffMember who, Seen seen, String reason) {
    return byHand.shut(who, seen, Act.SUSPEND_ACCESS, AccessState.SUSPENDED, reason);
  }

  @Override
  public Done restore(StaffMember who, Seen seen) {
    return byHand.open(who, seen);
  }

  @Override
  public Done withdraw(StaffMember who, Seen seen, String reason) {
    return byHand.shut(who, seen, Act.WITHDRAW_ACCESS, AccessState.ENDED, reason);
  }

  @Override
  public Optional<Danger> danger(StaffMember who, Handle task) {
    return second.danger(who, task);
  }

  @Override
  public TaskDesk.Done propose(StaffMember who, Looked looked, String note) {
    return second.propose(who, looked, note);
  }

  @Override
  public TaskDesk.Done confirm(StaffMember who, Looked looked, String note) {
    return second.confirm(who, looked, note);
  }

  @Override
  public TaskDesk.Done decline(StaffMember who, Looked looked, String note) {
    return second.decline(who, looked, note);
  }
}
