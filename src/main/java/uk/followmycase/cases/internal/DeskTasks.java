package uk.followmycase.cases.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.cases.desk.TaskAnswer;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/** Staff at their tasks. */
@Service
@Transactional
class DeskTasks implements TaskDesk {

  /** Some of what is found first may not be this reader's to open. */
  private static final int FOR_OTHERS = 10;

  private final TaskRows rows;
  private final WaitingTasks waiting;
  private final ShownTasks shown;
  private final CaseGate gate;
  private final DeskTrail trail;
  private final Clock clock;

  DeskTasks(
      TaskRows rows,
      WaitingTasks waiting,
      ShownTasks shown,
      CaseGate gate,
      DeskTrail trail,
      Clock clock) {
    this.rows = rows;
    this.waiting = waiting;
    this.shown = shown;
    this.gate = gate;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public List<Line> waiting(StaffMember who) {
    return listed(who, WaitingTasks.MOST);
  }

  @Override
  public List<Line> first(StaffMember who, int most) {
    return listed(who, most + FOR_OTHERS).stream().limit(most).toList();
  }

  private List<Line> listed(StaffMember who, int most) {
    trail.did(who, AuditAction.TASKS_LISTED, null, null, null);
    var found = waiting.of(who, most);
    var cases = found.stream().map(WaitingTasks.Found::caseId).collect(Collectors.toSet());
    var ties = gate.ties(who, cases);
    return found.stream()
        .filter(one -> opens(who, one.line().kind(), ties.get(one.caseId())))
        .map(WaitingTasks.Found::line)
        .toList();
  }

  /** Nothing is listed that would not open; a broken glass is its notice's to open. */
  private static boolean opens(StaffMember who, TaskKind kind, @Nullable Ties ties) {
    return ties != null
        && (kind == TaskKind.GLASS_BROKEN
            ? !ties.conflict()
            : Rights.bond(who, ties, Act.SEE_FILE).isPresent());
  }

  @Override
  public Optional<Shown> show(StaffMember who, Handle handle) {
    return rows.find(handle)
        .flatMap(
            task ->
                bond(who, task)
                    .map(
                        bond -> {
                          trail.viewed(who, task.cause().caseId(), bond);
                          return shown.of(task, who);
                        }));
  }

  @Override
  public Done take(StaffMember who, Seen seen) {
    return change(
        who, seen, TaskMove.TAKE, AuditAction.TASK_TAKEN, task -> task.take(who, clock.instant()));
  }

  @Override
  public Done passOn(StaffMember who, Seen seen, StaffRole to, String collarNumber, String note) {
    var collar = collarNumber.isBlank() ? null : collarNumber.strip();
    return change(
        who,
        seen,
        TaskMove.PASS_ON,
        AuditAction.TASK_PASSED_ON,
        task ->
            mayGo(task, to, collar) ? task.passOn(to, collar, who, clock.instant(), note) : null);
  }

  /** A task gives nobody a right: it goes to those alone who may open its case as it is. */
  private boolean mayGo(Task task, StaffRole to, @Nullable String collar) {
    return task.cause().kind() != TaskKind.GLASS_BROKEN
        && Rights.everMay(to, Act.SEE_FILE)
        && (collar == null
            || (to == StaffRole.OFFICER && gate.worksOn(collar, task.cause().caseId())));
  }

  @Override
  public Done answer(StaffMember who, Seen seen, TaskAnswer answer, String note) {
    return change(
        who,
        seen,
        TaskMove.ANSWER,
        AuditAction.TASK_ANSWERED,
        task ->
            answer.answers(task.cause().kind()) && task.state() != TaskState.PROPOSED
                ? task.answered(answer.key(), who, clock.instant(), note)
                : null);
  }

  private Done change(
      StaffMember who,
      Seen seen,
      TaskMove move,
      AuditAction action,
      Function<Task, @Nullable Task> verb) {
    var held = rows.lock(seen.task()).filter(task -> bond(who, task).isPresent());
    if (held.isEmpty()) {
      return new Done.NotThere();
    }
    var task = held.get();
    if (task.version() != seen.version() || !move.allowedIn(task.state())) {
      return new Done.Stale(shown.of(task, who));
    }
    var changed = verb.apply(task);
    if (changed == null) {
      return move == TaskMove.PASS_ON ? new Done.NotTheirs() : new Done.NotThere();
    }
    rows.save(changed);
    var cause = task.cause();
    trail.did(who, action, cause.caseId(), cause.personId(), Codes.of(cause.kind()));
    return new Done.Ok();
  }

  /** What ties somebody to a task is what ties them to its case. */
  private Optional<Bond> bond(StaffMember who, Task task) {
    return gate.bond(who, Act.SEE_FILE, task.cause().caseId());
  }
}
