package uk.followmycase.cases.internal;

import static uk.followmycase.cases.internal.TaskState.ANSWERED;
import static uk.followmycase.cases.internal.TaskState.GONE;
import static uk.followmycase.cases.internal.TaskState.OPEN;
import static uk.followmycase.cases.internal.TaskState.PROPOSED;
import static uk.followmycase.cases.internal.TaskState.TAKEN;

import java.util.Map;

/** Everything that can be done to a task: from which state, to which. All else is illegal. */
enum TaskMove {
  /** Somebody sees to it, perhaps in a colleague's place. */
  TAKE(Map.of(OPEN, TAKEN, TAKEN, TAKEN)),
  /** It waits for others from now on. */
  PASS_ON(Map.of(OPEN, OPEN, TAKEN, OPEN)),
  /** An answer that a second person must confirm. */
  PROPOSE(Map.of(OPEN, PROPOSED, TAKEN, PROPOSED)),
  /** The second person says no. */
  DECLINE(Map.of(PROPOSED, OPEN)),
  /** It is done, for a proposed answer by the second person. */
  ANSWER(Map.of(OPEN, ANSWERED, TAKEN, ANSWERED, PROPOSED, ANSWERED)),
  /** Nobody need answer any more. */
  CAUSE_GOES(Map.of(OPEN, GONE, TAKEN, GONE, PROPOSED, GONE));

  private final Map<TaskState, TaskState> steps;

  TaskMove(Map<TaskState, TaskState> steps) {
    this.steps = steps;
  }

  boolean allowedIn(TaskState state) {
    return steps.containsKey(state);
  }

  /**
   * The state after this move.
   *
   * @throws IllegalStateException when the table has no such move
   */
  TaskState from(TaskState state) {
    var next = steps.get(state);
    if (next == null) {
      throw new IllegalStateException("A task that is " + state + " cannot " + this);
    }
    return next;
  }
}
