package uk.followmycase.invitations.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.Notices;
import uk.followmycase.identity.OneTimeCodes;

/**
 * Stops what is on its way for an invitation, then holds the invitation. Always in this order: a
 * worker that leases a notice holds it before it asks for the invitation.
 */
@Component
class TakingBack {

  private final Notices notices;
  private final OneTimeCodes codes;
  private final InvitationRows rows;

  TakingBack(Notices notices, OneTimeCodes codes, InvitationRows rows) {
    this.notices = notices;
    this.codes = codes;
    this.rows = rows;
  }

  /** Recalls links and reminders, kills codes, holds the invitations. */
  List<Invitation> hold(Collection<UUID> invitations) {
    notices.recall(invitations);
    return holdKeepingLinks(invitations);
  }

  /** Kills codes and holds the invitations; a link on its way stays on its way. */
  List<Invitation> holdKeepingLinks(Collection<UUID> invitations) {
    codes.kill(invitations);
    return rows.lock(invitations);
  }
}
