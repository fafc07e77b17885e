package uk.followmycase.invitations.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.delivery.Notices;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.tenancy.ForceBinding;

/** What time does to invitations of the bound force. */
@Component
class Ageing {

  private final InvitationRows rows;
  private final DueHeads heads;
  private final Changes changes;
  private final Notices notices;
  private final Clock clock;

  Ageing(InvitationRows rows, DueHeads heads, Changes changes, Notices notices, Clock clock) {
    this.rows = rows;
    this.heads = heads;
    this.changes = changes;
    this.notices = notices;
    this.clock = clock;
  }

  @Transactional
  void of(List<UUID> due) {
    var now = clock.instant();
    notices.recall(rows.byIds(due).stream().filter(i -> i.over(now)).map(Invitation::id).toList());
    var held = rows.lock(due);
    var batch = changes.by(Actors.US);
    held.forEach(invitation -> age(invitation, now, batch));
    batch.write();
    forgetMissing(due, held);
  }

  private static void age(Invitation invitation, Instant now, Changes.Batch batch) {
    if (Move.EXPIRE.allowedIn(invitation.state()) && invitation.over(now)) {
      invitation.expire(now);
      batch.changed(invitation, AuditAction.INVITATION_EXPIRED, null);
    } else if (invitation.toRemind(now)) {
      invitation.remind(now);
      batch
          .changed(invitation, AuditAction.INVITATION_REMINDED, null)
          .queue(invitation, Kind.REMINDER, now);
    } else {
      batch.changed(invitation);
    }
  }

  private void forgetMissing(List<UUID> due, List<Invitation> held) {
    var missing = new ArrayList<>(due);
    missing.removeAll(held.stream().map(Invitation::id).toList());
    if (!missing.isEmpty()) {
      heads.forget(ForceBinding.current(), missing);
    }
  }
}
