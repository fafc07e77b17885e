package uk.followmycase.cases.internal;

import static uk.followmycase.cases.desk.TaskKind.ACCESS_SUSPENDED;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.TaskDesk.Done;
import uk.followmycase.cases.desk.TaskDesk.Seen;
import uk.followmycase.cases.internal.DecisionRows.Made;
import uk.followmycase.cases.internal.Standings.Judged;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/** Opens what was shut for danger: one person asks, another confirms. */
@Component
class SecondPerson {

  private final TaskRows tasks;
  private final CaseGate gate;
  private final Judging judging;
  private final Rejudging rejudging;
  private final Questions questions;
  private final DecisionRows decisions;
  private final ShownTasks shown;
  private final DeskTrail trail;
  private final Clock clock;

  SecondPerson(
      TaskRows tasks,
      CaseGate gate,
      Judging judging,
      Rejudging rejudging,
      Questions questions,
      DecisionRows decisions,
      ShownTasks shown,
      DeskTrail trail,
      Clock clock) {
    this.tasks = tasks;
    this.gate = gate;
    this.judging = judging;
    this.rejudging = rejudging;
    this.questions = questions;
    this.decisions = decisions;
    this.shown = shown;
    this.trail = trail;
    this.clock = clock;
  }

  Done propose(StaffMember who, Seen seen, String note) {
    return change(
        who,
        seen,
        TaskMove.PROPOSE,
        (task, person) -> {
          tasks.save(task.propose(who, clock.instant(), note));
          note(who, AuditAction.TASK_PROPOSED, task);
          return true;
        });
  }

  Done decline(StaffMember who, Seen seen, String note) {
    return change(
        who,
        seen,
        TaskMove.DECLINE,
        (task, person) -> {
          tasks.save(task.decline(who, clock.instant(), note));
          note(who, AuditAction.TASK_PASSED_ON, task);
          return true;
        });
  }

  /**
   * Who asked cannot confirm; a contact of the account itself that is unsafe now stays in the way.
   */
  Done confirm(StaffMember who, Seen seen, String note) {
    return change(
        who,
        seen,
        TaskMove.ANSWER,
        (task, person) -> task.confirmableBy(who) && restore(task, person, who, note));
  }

  private boolean restore(Task task, Judged person, StaffMember who, String note) {
    var found = person.found();
    var key = questions.key(found.personId());
    var grant = found.grant();
    if (key.isEmpty() || (grant != null && Digest.meet(found.unsafe(), grant.proved()))) {
      return false;
    }
    var asker = Objects.requireNonNull(task.holder());
    var words = new Words.Decision(proposer(task), Colleagues.named(who), note);
    decisions.add(
        new Made(
            found.personId(),
            found.caseId(),
            Handle.random(),
            new Decision(Decision.Outcome.APPROVED, person.grounds()),
            asker,
            who.id().value(),
            words),
        key.get(),
        clock.instant());
    tasks.save(task.answered("restored", who, clock.instant(), note));
    note(who, AuditAction.TASK_ANSWERED, task);
    rejudging.of(found.caseId());
    return true;
  }

  private static String proposer(Task task) {
    return task.remarks().isEmpty() ? "" : task.remarks().getLast().who();
  }

  private Done change(
      StaffMember who, Seen seen, TaskMove move, BiFunction<Task, Judged, Boolean> effect) {
    var held = held(who, seen);
    if (held.isEmpty()) {
      return new Done.NotThere();
    }
    var task = held.get().task();
    return task.version() == seen.version()
            && move.allowedIn(task.state())
            && effect.apply(task, held.get().person())
        ? new Done.Ok()
        : new Done.Stale(shown.of(task, who));
  }

  private Optional<Held> held(StaffMember who, Seen seen) {
    return tasks
        .find(seen.task())
        .filter(task -> task.cause().kind() == ACCESS_SUSPENDED)
        .filter(task -> gate.bond(who, Act.RESTORE_ACCESS, task.cause().caseId()).isPresent())
        .flatMap(
            task ->
                Questions.person(task, judging.look(task.cause().caseId()))
                    .map(person -> new Held(tasks.lock(seen.task()).orElseThrow(), person)));
  }

  private void note(StaffMember who, AuditAction action, Task task) {
    var cause = task.cause();
    trail.did(who, action, cause.caseId(), cause.personId(), Codes.of(cause.kind()));
  }

  private record Held(Task task, Judged person) {}
}
