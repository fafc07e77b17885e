package uk.followmycase.delivery.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Held;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Notices.Waiting;

/**
 * A notice on its way into the outbox.
 *
 * @param hold what keeps it at first; null when nothing does
 */
record Queued(Notice notice, @Nullable Hold hold) {

  /** When it is looked at first: at the end of its time at the latest. */
  Instant dueAt() {
    var first = hold == null ? notice.dueAt() : hold.again();
    return first.isAfter(notice.expiresAt()) ? notice.expiresAt() : first;
  }

  static Waiting waiting(ResultSet row) throws SQLException {
    var held = row.getString("held");
    var until = row.getObject("held_until", OffsetDateTime.class);
    return new Waiting(
        Kind.valueOf(row.getString("kind")),
        Channel.valueOf(row.getString("channel")),
        row.getObject("queued_at", OffsetDateTime.class).toInstant(),
        held == null ? null : Held.valueOf(held),
        until == null ? null : until.toInstant());
  }
}
