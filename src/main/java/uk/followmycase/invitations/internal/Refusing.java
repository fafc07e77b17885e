package uk.followmycase.invitations.internal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.cases.desk.Tasks.Need;
import uk.followmycase.delivery.ContactPoints;
import uk.followmycase.invitations.events.InvitationRefused;
import uk.followmycase.tenancy.ForceBinding;

/** Ends an invitation for somebody who says that it is not for them, and stops its channel. */
@Component
class Refusing {

  private final InvitationRows rows;
  private final ContactPoints contacts;
  private final TakingBack takingBack;
  private final Changes changes;
  private final Tasks tasks;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Refusing(
      InvitationRows rows,
      ContactPoints contacts,
      TakingBack takingBack,
      Changes changes,
      Tasks tasks,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.contacts = contacts;
    this.takingBack = takingBack;
    this.changes = changes;
    this.tasks = tasks;
    this.events = events;
    this.clock = clock;
  }

  @Transactional
  void refuse(UUID id) {
    rows.byId(id)
        .filter(invitation -> Move.REFUSE.allowedIn(invitation.state()))
        .ifPresent(
            invitation -> {
              contacts.stop(invitation.standing().person(), invitation.channel());
              takingBack.hold(List.of(id)).stream()
                  .filter(held -> Move.REFUSE.allowedIn(held.state()))
                  .forEach(this::end);
            });
  }

  private void end(Invitation invitation) {
    var now = clock.instant();
    var standing = invitation.standing();
    invitation.refuse(now);
    changes
        .by(Actors.HOLDER)
        .changed(invitation, AuditAction.INVITATION_REFUSED, State.REFUSED)
        .write();
    events.publishEvent(
        new InvitationRefused(
            ForceBinding.current(), standing.id(), standing.caseId(), standing.person(), now));
    tasks.open(Need.of(TaskKind.LINK_REFUSED, standing.caseId(), standing.person(), standing.id()));
  }
}
