package uk.followmycase.cases.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditEntry.Subject;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.cases.internal.TaskRows.Due;
import uk.followmycase.cases.internal.TaskRows.Touched;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.WorkingDays;

/** Opens tasks with their causes, and closes them with them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OpenTasks implements Tasks {

  private static final Actor US = Actor.system("tasks");

  private final TaskRows rows;
  private final Forces forces;
  private final WorkingDays working;
  private final AuditTrail trail;
  private final Clock clock;

  OpenTasks(TaskRows rows, Forces forces, WorkingDays working, AuditTrail trail, Clock clock) {
    this.rows = rows;
    this.forces = forces;
    this.working = working;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public void open(Collection<Need> needs) {
    if (!needs.isEmpty()) {
      var days = days();
      var due = needs.stream().map(need -> due(need, days)).toList();
      trace(AuditAction.TASK_OPENED, rows.open(due, clock.instant()));
    }
  }

  @Override
  public void close(TaskKind kind, Collection<UUID> subjects) {
    if (!subjects.isEmpty()) {
      trace(AuditAction.TASK_CLOSED, rows.close(kind, subjects, clock.instant()));
    }
  }

  private Due due(Need need, TaskDays days) {
    var since = Objects.requireNonNullElse(need.since(), working.day(clock.instant()));
    var within = days.of(need.kind());
    return new Due(need, working.due(since, within.days()), working.due(since, within.enhanced()));
  }

  private TaskDays days() {
    var force = forces.current();
    return TaskDays.read(
        forces.source(force.id(), TaskDays.FILE).map(Forces.Source::text).orElse(""));
  }

  private void trace(AuditAction action, List<Touched> touched) {
    if (!touched.isEmpty()) {
      trail.record(
          touched.stream()
              .map(one -> new AuditEntry(US, action, subjects(one), null, Codes.of(one.kind())))
              .toList());
    }
  }

  private static List<Subject> subjects(Touched one) {
    return List.of(new Subject(one.caseId(), one.personId()));
  }
}
