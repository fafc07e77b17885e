package uk.followmycase.cases.internal;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.DeskCounts;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.StaffRole;

/** Counts what waits. Numbers tell of nobody, so that no trace is left of them. */
@Service
@Transactional(readOnly = true)
class CountedTasks implements DeskCounts {

  private final WaitingTasks tasks;
  private final NoticeRows notices;

  CountedTasks(WaitingTasks tasks, NoticeRows notices) {
    this.tasks = tasks;
    this.notices = notices;
  }

  @Override
  public Waiting of(StaffMember who) {
    return of(who, Rights.may(who, Act.SEE_TASKS) ? tasks.free(who) : 0);
  }

  @Override
  public Waiting of(StaffMember who, int tasks) {
    return new Waiting(
        tasks,
        Rights.may(who, Act.SEE_NOTICES)
            ? notices.others(who, who.is(StaffRole.DATA_PROTECTION_OFFICER))
            : 0);
  }
}
