package uk.followmycase.invitations.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.invitations.Invitations.Open;

/** Looks links up, and ends them for those who say that they are not meant. */
@Component
class Opening {

  private final InvitationRows rows;
  private final Ways ways;
  private final Changes changes;
  private final AuditTrail trail;
  private final Clock clock;

  Opening(InvitationRows rows, Ways ways, Changes changes, AuditTrail trail, Clock clock) {
    this.rows = rows;
    this.ways = ways;
    this.changes = changes;
    this.trail = trail;
    this.clock = clock;
  }

  /** One look-up by one index and one entry in the trail, whatever is wrong with the link. */
  @Transactional
  Optional<Open> open(byte[] digest) {
    var found = rows.byToken(digest).filter(invitation -> invitation.opens(clock.instant()));
    if (found.isEmpty()) {
      trail.record(
          new AuditEntry(
              Actors.HOLDER, AuditAction.INVITATION_REFUSED, List.of(), null, "link-no-good"));
      return Optional.empty();
    }
    changes.by(Actors.HOLDER).traced(found.get(), AuditAction.INVITATION_OPENED, null).write();
    return found.map(this::shown);
  }

  @Transactional(readOnly = true)
  Optional<Open> find(UUID id) {
    return rows.byId(id).filter(invitation -> invitation.opens(clock.instant())).map(this::shown);
  }

  private Open shown(Invitation invitation) {
    var found = ways.of(invitation);
    var wish = found.map(Ways.OfPerson::wish).orElse(null);
    return new Open(
        invitation.id(),
        invitation.proof().strict(),
        invitation.proof().strict()
            ? ""
            : found.flatMap(Ways.OfPerson::ofCode).map(contact -> contact.masked()).orElse(""),
        wish == null ? "en" : wish,
        invitation.link().expiresAt(),
        invitation.times().provedAt());
  }
}
