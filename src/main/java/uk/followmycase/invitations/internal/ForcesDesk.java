package uk.followmycase.invitations.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.PersonId;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.invitations.InvitationDesk;

/** What a force does about invitations by its own hand. */
@Service
class ForcesDesk implements InvitationDesk {

  private final InvitationRows rows;
  private final HandingOver handingOver;
  private final TakingBack takingBack;
  private final Changes changes;
  private final Clock clock;

  ForcesDesk(
      InvitationRows rows,
      HandingOver handingOver,
      TakingBack takingBack,
      Changes changes,
      Clock clock) {
    this.rows = rows;
    this.handingOver = handingOver;
    this.takingBack = takingBack;
    this.changes = changes;
    this.clock = clock;
  }

  @Override
  public HandOver handOverCode(String reference, String sourceId, Actor by) {
    return handingOver.to(reference, sourceId, by);
  }

  @Override
  @Transactional
  public boolean resend(PersonId person, Actor by) {
    return hold(person)
        .map(
            invitation -> {
              invitation.resend();
              changes
                  .by(by)
                  .changed(invitation, AuditAction.INVITATION_CHANGED, Move.RESEND)
                  .queue(invitation, Kind.INVITATION, clock.instant())
                  .write();
              return true;
            })
        .orElse(false);
  }

  @Override
  @Transactional
  public boolean cancel(PersonId person, Actor by) {
    return hold(person)
        .map(
            invitation -> {
              invitation.cancel(Ending.BY_FORCE, clock.instant());
              changes
                  .by(by)
                  .changed(invitation, AuditAction.INVITATION_CANCELLED, Ending.BY_FORCE)
                  .write();
              return true;
            })
        .orElse(false);
  }

  private Optional<Invitation> hold(PersonId person) {
    return rows.history(person)
        .live()
        .flatMap(live -> takingBack.hold(List.of(live.id())).stream().findFirst())
        .filter(invitation -> invitation.state().live());
  }
}
