package uk.followmycase.invitations.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.cases.events.CasesJudged.Judged;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.invitations.internal.Judgement.Step;
import uk.followmycase.tenancy.Forces;

/** Does what verdicts ask for, a whole batch at once. */
@Component
class Consequences {

  private final Changes changes;
  private final Tasks tasks;
  private final Forces forces;
  private final Clock clock;

  Consequences(Changes changes, Tasks tasks, Forces forces, Clock clock) {
    this.changes = changes;
    this.tasks = tasks;
    this.forces = forces;
    this.clock = clock;
  }

  void of(List<Step> steps) {
    of(steps, Actors.US);
  }

  /** The same by the hand of somebody. */
  void of(List<Step> steps, Actor by) {
    var now = clock.instant();
    var batch = changes.by(by);
    for (var step : steps) {
      switch (step) {
        case Step.Leave() -> {}
        case Step.Ask ask -> ask(ask, now, batch);
        case Step.Tighten(var live) -> tighten(live, batch);
        case Step.TakeBack(var live, var why) -> takeBack(live, why, now, batch);
        case Step.AskAnew(var live, var why, var ask) -> {
          takeBack(live, why, now, batch);
          ask(ask, now, batch);
        }
      }
    }
    batch.write();
    askedAnew(steps);
  }

  /** Whoever refused a link is known to be reached otherwise now. */
  private void askedAnew(List<Step> steps) {
    tasks.close(
        TaskKind.LINK_REFUSED,
        steps.stream()
            .filter(Step.Ask.class::isInstance)
            .map(step -> ((Step.Ask) step).person())
            .filter(Judged::contactsChanged)
            .map(Judged::personId)
            .toList());
  }

  private void ask(Step.Ask ask, Instant now, Changes.Batch batch) {
    var force = forces.current();
    var invitation =
        Invitation.make(
            ask.person().caseId(),
            ask.person().personId(),
            force.revision(),
            ask.wanted(),
            now,
            force.settings().invitations().validFor());
    batch
        .changed(invitation, AuditAction.INVITATION_MADE, invitation.proof())
        .queue(invitation, Kind.INVITATION, now);
  }

  private static void tighten(Invitation live, Changes.Batch batch) {
    live.tighten();
    batch.changed(live, AuditAction.INVITATION_CHANGED, Move.TIGHTEN);
  }

  private static void takeBack(Invitation live, Ending why, Instant now, Changes.Batch batch) {
    live.cancel(why, now);
    batch.changed(live, AuditAction.INVITATION_CANCELLED, why);
  }
}
