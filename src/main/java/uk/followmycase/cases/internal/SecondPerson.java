package uk.followmycase.cases.internal;

import static uk.followmycase.cases.desk.TaskKind.ACCESS_SUSPENDED;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.desk.AccessDesk.Danger;
import uk.followmycase.cases.desk.AccessDesk.Looked;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.cases.desk.TaskAnswer;
import uk.followmycase.cases.desk.TaskDesk.Done;
import uk.followmycase.cases.desk.TaskDesk.Seen;
import uk.followmycase.cases.internal.DecisionRows.Made;
import uk.followmycase.cases.internal.GrantRows.Move;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.Handle;

/** Opens what was shut for danger: one person asks, another confirms, and both saw the same. */
@Component
class SecondPerson {

  private final TaskRows tasks;
  private final CaseGate gate;
  private final Judging judging;
  private final Rejudging rejudging;
  private final Questions questions;
  private final DecisionRows decisions;
  private final GrantRows grants;
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
      GrantRows grants,
      ShownTasks shown,
      DeskTrail trail,
      Clock clock) {
    this.tasks = tasks;
    this.gate = gate;
    this.judging = judging;
    this.rejudging = rejudging;
    this.questions = questions;
    this.decisions = decisions;
    this.grants = grants;
    this.shown = shown;
    this.trail = trail;
    this.clock = clock;
  }

  Optional<Danger> danger(StaffMember who, Handle task) {
    return held(who, task)
        .filter(held -> held.task().state().live())
        .map(
            held -> {
              var person = held.person();
              trail.viewed(who, person.found().caseId(), held.bond());
              return new Danger(
                  questions.ofDanger(held.task(), person, who),
                  held.ownUnsafe(),
                  held.representsDanger(),
                  held.task().state() == TaskState.PROPOSED
                      && !held.task().proposedOn(person.grounds()));
            });
  }

  Done propose(StaffMember who, Looked looked, String note) {
    return change(
        who,
        looked,
        TaskMove.PROPOSE,
        (task, held) -> {
          var person = held.person();
          if (held.ownUnsafe()) {
            return null;
          }
          tasks.save(task.propose(who, clock.instant(), note, person.grounds().mark()));
          note(who, AuditAction.TASK_PROPOSED, task);
          return new Done.Ok();
        });
  }

  Done decline(StaffMember who, Looked looked, String note) {
    return change(
        who,
        looked,
        TaskMove.DECLINE,
        (task, held) -> {
          tasks.save(task.decline(who, clock.instant(), note));
          if (held.asked()) {
            shut(held, AccessCause.BY_HAND);
          }
          note(who, AuditAction.TASK_PASSED_ON, task);
          return new Done.Ok();
        });
  }

  /** Who asked cannot confirm, and nobody confirms what stood otherwise when it was asked for. */
  Done confirm(StaffMember who, Looked looked, String note) {
    return change(
        who,
        looked,
        TaskMove.ANSWER,
        (task, held) -> {
          var person = held.person();
          var key = questions.key(person.found().personId());
          return key.isPresent()
                  && task.confirmableBy(who)
                  && task.proposedOn(person.grounds())
                  && !held.ownUnsafe()
              ? restore(held, who, note, key.get())
              : null;
        });
  }

  private Done restore(HeldDanger held, StaffMember who, String note, DataKey key) {
    var task = held.task();
    var person = held.person();
    var words = new Words.Decision(proposer(task), Colleagues.named(who), note);
    decisions.add(
        new Made(
            person.found().personId(),
            person.found().caseId(),
            Handle.random(),
            new Decision(Decision.Outcome.APPROVED, person.grounds()),
            Objects.requireNonNull(task.holder()),
            who.id().value(),
            words),
        key,
        clock.instant());
    var opens = held.opens();
    var danger = held.representsDanger();
    var did = opens ? "restored" : danger ? "cleared-alone" : "cleared";
    tasks.save(task.answered(did, who, clock.instant(), note));
    note(who, AuditAction.TASK_ANSWERED, task);
    if (held.asked()) {
      shut(held, AccessCause.DANGER);
    }
    rejudging.of(person.found().caseId());
    return opens ? new Done.Ok() : new Done.StillShut(danger);
  }

  /** Leaves it shut: from now on by somebody's hand, so that nothing but a hand opens it. */
  Done keepShut(StaffMember who, Seen seen, String note) {
    return held(who, seen.task())
        .map(held -> keepShut(who, seen, held, note))
        .orElseGet(Done.NotThere::new);
  }

  private Done keepShut(StaffMember who, Seen seen, HeldDanger held, String note) {
    var task = held.task();
    if (task.version() != seen.version()
        || task.state() == TaskState.PROPOSED
        || !TaskMove.ANSWER.allowedIn(task.state())) {
      return new Done.Stale(shown.of(task, who));
    }
    shut(held, AccessCause.BY_HAND);
    tasks.save(task.answered(TaskAnswer.STAYS_SUSPENDED.key(), who, clock.instant(), note));
    note(who, AuditAction.TASK_ANSWERED, task);
    return new Done.Ok();
  }

  /** What is shut is so for this cause from now on. */
  private void shut(HeldDanger held, AccessCause cause) {
    var found = held.person().found();
    var grant = found.grant();
    if (grant != null && grant.state() == AccessState.SUSPENDED) {
      grants.move(
          List.of(
              new Move(found.personId(), found.caseId(), cause, grant.state(), grant.account())));
    }
  }

  private static String proposer(Task task) {
    return task.remarks().isEmpty() ? "" : task.remarks().getLast().who();
  }

  private Done change(
      StaffMember who,
      Looked looked,
      TaskMove move,
      BiFunction<Task, HeldDanger, @Nullable Done> effect) {
    var held = held(who, looked.task()).orElse(null);
    if (held == null) {
      return new Done.NotThere();
    }
    var task = held.task();
    var done =
        Questions.seen(task, held.person()).equals(looked.seen()) && move.allowedIn(task.state())
            ? effect.apply(task, held)
            : null;
    return done == null ? new Done.Stale(shown.of(task, who)) : done;
  }

  /** Cases are held before tasks, as everywhere. */
  private Optional<HeldDanger> held(StaffMember who, Handle handle) {
    return tasks
        .find(handle)
        .filter(task -> task.cause().kind() == ACCESS_SUSPENDED)
        .flatMap(
            task ->
                gate.bond(who, Act.RESTORE_ACCESS, task.cause().caseId())
                    .flatMap(bond -> held(task, bond)));
  }

  private Optional<HeldDanger> held(Task seen, Bond bond) {
    var judged = judging.look(seen.cause().caseId());
    return Questions.person(seen, judged)
        .map(
            person ->
                new HeldDanger(
                    tasks.lock(new Handle(seen.cause().handle())).orElseThrow(),
                    bond,
                    person,
                    judged));
  }

  private void note(StaffMember who, AuditAction action, Task task) {
    var cause = task.cause();
    trail.did(who, action, cause.caseId(), cause.personId(), Codes.of(cause.kind()));
  }
}
