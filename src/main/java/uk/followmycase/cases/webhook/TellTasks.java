package uk.followmycase.cases.webhook;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.cases.events.TasksChanged;
import uk.followmycase.tenancy.Forces;

/**
 * Writes down what is to be told with the change itself, where the force has a system to tell. That
 * somebody was noticed is told to no system that they may read.
 */
@Component
class TellTasks {

  private final TaskEventRows rows;
  private final Wake wake;
  private final Forces forces;

  TellTasks(TaskEventRows rows, Wake wake, Forces forces) {
    this.rows = rows;
    this.wake = wake;
    this.forces = forces;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(TasksChanged event) {
    var told = event.tasks().stream().filter(task -> !task.kind().noticed()).toList();
    if (!told.isEmpty() && forces.current().settings().taskWebhook() != null) {
      rows.add(told);
      wake.afterCommit();
    }
  }
}
