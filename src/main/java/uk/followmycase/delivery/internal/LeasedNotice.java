package uk.followmycase.delivery.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Held;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Notices.Recipient;

/**
 * A notice whose row this transaction has locked, under a lease that still holds.
 *
 * @param doubtful whether an earlier attempt may have reached the person
 * @param arrived whether a provider says that one did
 * @param slot when it may leave among many; null when it was given none
 */
record LeasedNotice(
    Lease lease,
    Kind kind,
    UUID about,
    @Nullable Recipient recipient,
    Channel channel,
    DeliveryState state,
    boolean recalled,
    Instant dueAt,
    Instant expiresAt,
    byte[] sealed,
    boolean doubtful,
    boolean arrived,
    @Nullable Instant slot) {

  UUID id() {
    return lease.notice();
  }

  boolean expiredAt(Instant moment) {
    return !moment.isBefore(expiresAt);
  }

  Notice open(Words words) {
    var content = words.openContent(id(), sealed);
    return new Notice(id(), kind, about, recipient, channel, dueAt, expiresAt, content);
  }

  static LeasedNotice of(ResultSet row, Lease lease) throws SQLException {
    var person = row.getObject("person_id", UUID.class);
    return new LeasedNotice(
        lease,
        Kind.valueOf(row.getString("kind")),
        row.getObject("about", UUID.class),
        person == null ? null : new Recipient(row.getObject("case_id", UUID.class), person),
        Channel.valueOf(row.getString("channel")),
        DeliveryState.valueOf(row.getString("state")),
        row.getBoolean("recalled"),
        time(row, "due_at"),
        time(row, "expires_at"),
        row.getBytes("sealed"),
        row.getBoolean("doubtful"),
        row.getBoolean("arrived"),
        Held.PACED.name().equals(row.getString("held")) ? time(row, "held_until") : null);
  }

  /** The same, by another channel. */
  LeasedNotice by(Channel other) {
    return new LeasedNotice(
        lease, kind, about, recipient, other, state, recalled, dueAt, expiresAt, sealed, doubtful,
        arrived, slot);
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
