package uk.followmycase.invitations.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.invitations.internal.Judgement.Step;
import uk.followmycase.tenancy.Forces;

/** Does what verdicts ask for, a whole batch at once. */
@Component
class Consequences {

  private final Changes changes;
  private final Forces forces;
  private final Clock clock;

  Consequences(Changes changes, Forces forces, Clock clock) {
    this.changes = changes;
    this.forces = forces;
    this.clock = clock;
  }

  void of(List<Step> steps) {
    var now = clock.instant();
    var batch = changes.by(Actors.US);
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
