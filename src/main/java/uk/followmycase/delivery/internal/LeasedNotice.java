package uk.followmycase.delivery.internal;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Held;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Message;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Notices.Recipient;

/**
 * A notice whose row this transaction has locked, under a lease that still holds.
 *
 * @param parts of its words that a provider took
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
    Earlier earlier,
    int parts,
    @Nullable Instant slot) {

  UUID id() {
    return lease.notice();
  }

  boolean doubtful() {
    return earlier.doubtful();
  }

  boolean arrived() {
    return earlier.arrived();
  }

  /** Whether nobody misses it, since a later one says the same. */
  boolean said() {
    return earlier.followed() && kind.anyWay();
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
        Earlier.of(row),
        row.getInt("parts"),
        Held.PACED.name().equals(row.getString("held")) ? time(row, "held_until") : null);
  }

  /** The same, by another channel. */
  LeasedNotice by(Channel other) {
    return new LeasedNotice(
        lease, kind, about, recipient, other, state, recalled, dueAt, expiresAt, sealed, earlier,
        parts, slot);
  }

  /** This moment, or the end of its time if that comes first: then it has to be looked at. */
  Instant inTime(Instant again) {
    return again.isAfter(expiresAt) ? expiresAt : again;
  }

  /**
   * What is still to be said of its words. In other languages than before, or to another contact,
   * all of it is; so is what is written anew each time, since what was said of it holds no more.
   *
   * @param contact digest of where it goes
   */
  Message left(Message whole, byte[] contact) {
    var all = whole.parts();
    return holds(contact) && parts < all.size()
        ? new Message(whole.to(), whole.subject(), all.subList(parts, all.size()))
        : whole;
  }

  /** Whether a part was taken, and still says what the person has to know. */
  private boolean holds(byte[] contact) {
    return parts > 0
        && (kind.neverTwice()
            || kind.anyWay() && MessageDigest.isEqual(earlier.contact(), contact));
  }

  /** Whether the person may have read some of this already. */
  boolean repeats(Message message, Message whole) {
    return parts > 0 && message.parts().size() == whole.parts().size();
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
