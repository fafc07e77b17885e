package uk.followmycase.cases.events;

import java.time.Instant;
import java.util.List;
import uk.followmycase.cases.desk.MachineTasks.State;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.tenancy.ForceBound;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.keys.Handle;

/** Tasks opened, changed hands or ended, in the transaction that still runs. */
public record TasksChanged(ForceId force, List<Changed> tasks) implements ForceBound {

  /**
   * A task as it stands now.
   *
   * @param version grows with each change
   */
  public record Changed(Handle task, int version, TaskKind kind, State state, Instant dueAt) {}
}
