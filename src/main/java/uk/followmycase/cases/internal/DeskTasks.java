package uk.followmycase.cases.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.TaskAnswer;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.CollarNumber;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/** Staff at their tasks. */
@Service
@Transactional
class DeskTasks implements TaskDesk {

  private final TaskRows rows;
  private final WaitingTasks waiting;
  private final ShownTasks shown;
  private final SecondPerson second;
  private final CaseGate gate;
  private final DeskTrail trail;
  private final Clock clock;

  DeskTasks(
      TaskRows rows,
      WaitingTasks waiting,
      ShownTasks shown,
      SecondPerson second,
      CaseGate gate,
      DeskTrail trail,
      Clock clock) {
    this.rows = rows;
    this.waiting = waiting;
    this.shown = shown;
    this.second = second;
    this.gate = gate;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public List<Line> waiting(StaffMember who) {
    return waiting(who, 1).lines();
  }

  @Override
  public Waiting waiting(StaffMember who, int page) {
    var number = Math.max(page, 1);
    var found = listed(who, waiting.page(who, number));
    var pages = Math.max(1, (found.total() + WaitingTasks.PAGE - 1) / WaitingTasks.PAGE);
    return new Waiting(found.lines(), number, pages, found.total(), found.free());
  }

  @Override
  public First first(StaffMember who, int most) {
    var found = listed(who, waiting.first(who, most));
    return new First(found.lines(), found.free());
  }

  private WaitingTasks.Found listed(StaffMember who, WaitingTasks.Found found) {
    trail.listed(who, AuditAction.TASKS_LISTED, found.cases(), null);
    return found;
  }

  @Override
  public Optional<Shown> show(StaffMember who, Handle handle) {
    return rows.find(handle)
        .flatMap(
            task ->
                gate.bond(who, Act.SEE_FILE, task.cause().caseId())
                    .map(
                        bond -> {
                          trail.viewed(who, task.cause().caseId(), bond);
                          return answers(who, task)
                              ? shown.of(task, who)
                              : shown.of(task, who).toRead();
                        }));
  }

  private boolean answers(StaffMember who, Task task) {
    return gate.ties(who, List.of(task.cause().caseId())).values().stream()
        .anyMatch(ties -> Rights.bond(who, ties, Act.ANSWER_TASK).isPresent());
  }

  @Override
  public Done take(StaffMember who, Seen seen) {
    return change(
        who, seen, TaskMove.TAKE, AuditAction.TASK_TAKEN, task -> task.take(who, clock.instant()));
  }

  @Override
  public Done passOn(StaffMember who, Seen seen, StaffRole to, String collarNumber, String note) {
    var collar = collarNumber.isBlank() ? null : CollarNumber.of(collarNumber);
    return change(
        who,
        seen,
        TaskMove.PASS_ON,
        AuditAction.TASK_PASSED_ON,
        task ->
            mayGo(task, to, collar) ? task.passOn(to, collar, who, clock.instant(), note) : null);
  }

  /** A task gives nobody a right: it goes to those alone who may answer it as it is. */
  private boolean mayGo(Task task, StaffRole to, @Nullable String collar) {
    var kind = task.cause().kind();
    return !kind.noticed()
        && Rights.everMay(to, kind.act())
        && (collar == null
            || (to == StaffRole.OFFICER && gate.worksOn(collar, task.cause().caseId())));
  }

  @Override
  public Done answer(StaffMember who, Seen seen, TaskAnswer answer, String note) {
    if (answer == TaskAnswer.STAYS_SUSPENDED) {
      return second.keepShut(who, seen, note);
    }
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
    var held =
        rows.lock(seen.task())
            .filter(task -> gate.bond(who, Act.ANSWER_TASK, task.cause().caseId()).isPresent());
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
}
