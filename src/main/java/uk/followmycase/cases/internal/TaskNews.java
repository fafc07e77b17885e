package uk.followmycase.cases.internal;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.desk.MachineTasks.State;
import uk.followmycase.cases.events.TasksChanged;
import uk.followmycase.cases.events.TasksChanged.Changed;
import uk.followmycase.cases.internal.TaskRows.Touched;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.keys.Handle;

/** Tells of every change of a task, in its transaction. */
@Component
class TaskNews {

  private final ApplicationEventPublisher events;

  TaskNews(ApplicationEventPublisher events) {
    this.events = events;
  }

  List<Touched> tell(List<Touched> touched) {
    if (!touched.isEmpty()) {
      var changed = touched.stream().map(Touched::changed).toList();
      events.publishEvent(new TasksChanged(ForceBinding.current(), changed));
    }
    return touched;
  }

  void tell(Task task) {
    var cause = task.cause();
    var changed =
        new Changed(
            new Handle(cause.handle()),
            task.version(),
            cause.kind(),
            State.valueOf(task.state().name()),
            cause.dueAt());
    events.publishEvent(new TasksChanged(ForceBinding.current(), List.of(changed)));
  }
}
