package uk.followmycase.cases.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.cases.desk.Tasks.Need;
import uk.followmycase.delivery.events.PlansToReview;

/** What is safe changes: somebody has to ask the person again when the plan says so. */
@Component
class DuePlanTasks {

  private final Tasks tasks;

  DuePlanTasks(Tasks tasks) {
    this.tasks = tasks;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(PlansToReview event) {
    tasks.open(
        event.people().stream()
            .map(it -> Need.of(TaskKind.PLAN_REVIEW, it.caseId(), it.personId(), null))
            .toList());
  }
}
