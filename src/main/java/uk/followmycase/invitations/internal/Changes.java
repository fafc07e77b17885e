package uk.followmycase.invitations.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.delivery.Notices;
import uk.followmycase.tenancy.keys.Handle;

/** Writes what happened to invitations: rows, trail and notices, each in one go for a batch. */
@Component
class Changes {

  private static final Duration NEWS_LIVES = Duration.ofDays(7);

  private final InvitationRows rows;
  private final AuditTrail trail;
  private final Notices notices;

  Changes(InvitationRows rows, AuditTrail trail, Notices notices) {
    this.rows = rows;
    this.trail = trail;
    this.notices = notices;
  }

  Batch by(Actor actor) {
    return new Batch(actor);
  }

  /** What one transaction does to invitations. */
  final class Batch {

    private final Actor actor;
    private final List<Invitation> changed = new ArrayList<>();
    private final List<AuditEntry> entries = new ArrayList<>();
    private final List<Notices.Notice> queued = new ArrayList<>();

    private Batch(Actor actor) {
      this.actor = actor;
    }

    /** The row changed, which is nobody's business but ours. */
    Batch changed(Invitation invitation) {
      changed.add(invitation);
      return this;
    }

    /** The row changed, and the trail says how. */
    Batch changed(Invitation invitation, AuditAction action, @Nullable Enum<?> detail) {
      changed.add(invitation);
      return traced(invitation, action, detail);
    }

    Batch traced(Invitation invitation, AuditAction action, @Nullable Enum<?> detail) {
      var disclosed = action.category() == AuditAction.Category.DISCLOSURE;
      entries.add(
          new AuditEntry(
              actor,
              action,
              List.of(subject(invitation)),
              disclosed ? invitation.standing().person() : null,
              detail == null ? null : detail.name().toLowerCase(Locale.ROOT).replace('_', '-')));
      return this;
    }

    Batch queue(Invitation invitation, Notices.Kind kind, Instant now) {
      queued.add(notice(invitation, kind, now, invitation.link().expiresAt()));
      return this;
    }

    /** Queues what is not about the link, and so may leave after its end. */
    Batch tell(Invitation invitation, Notices.Kind kind, Instant now) {
      queued.add(notice(invitation, kind, now, now.plus(NEWS_LIVES)));
      return this;
    }

    void write() {
      rows.save(changed);
      if (!entries.isEmpty()) {
        trail.record(entries);
      }
      if (!queued.isEmpty()) {
        notices.queue(queued);
      }
    }
  }

  private static AuditEntry.Subject subject(Invitation invitation) {
    return new AuditEntry.Subject(invitation.standing().caseId(), invitation.standing().person());
  }

  private static Notices.Notice notice(
      Invitation invitation, Notices.Kind kind, Instant now, Instant expiresAt) {
    return new Notices.Notice(
        Handle.rowId(),
        kind,
        invitation.id(),
        new Notices.Recipient(invitation.standing().caseId(), invitation.standing().person()),
        invitation.channel(),
        now,
        expiresAt,
        Map.of());
  }
}
