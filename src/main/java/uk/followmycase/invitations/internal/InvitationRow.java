package uk.followmycase.invitations.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Channel;

/** Reads an invitation from its row. */
final class InvitationRow {

  private InvitationRow() {}

  /** What was asked of one person before. */
  record OfPerson(UUID person, History history) {}

  static OfPerson history(ResultSet row, int number) throws SQLException {
    var latest = invitation(row, number);
    return new OfPerson(
        latest.standing().person(), new History(latest, channels(row.getArray("stopped"))));
  }

  static Invitation invitation(ResultSet row, int number) throws SQLException {
    return new Invitation(
        standing(row),
        State.valueOf(row.getString("state")),
        Proof.valueOf(row.getString("proof")),
        new Link(
            Channel.valueOf(row.getString("channel")),
            row.getBytes("token_digest"),
            ifAt(row, "sent_at"),
            at(row, "expires_at")),
        new HandedOver(
            row.getString("force_code"),
            row.getInt("force_code_tries"),
            ifAt(row, "force_code_spent_at")),
        times(row));
  }

  private static Invitation.Standing standing(ResultSet row) throws SQLException {
    return new Invitation.Standing(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getObject("person_id", UUID.class),
        row.getInt("revision"),
        at(row, "made_at"));
  }

  private static Invitation.Times times(ResultSet row) throws SQLException {
    var ending = row.getString("ending");
    return new Invitation.Times(
        ifAt(row, "remind_at"),
        ifAt(row, "reminded_at"),
        ifAt(row, "proved_at"),
        ifAt(row, "ended_at"),
        ending == null ? null : Ending.valueOf(ending));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant ifAt(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static Set<Channel> channels(@Nullable Array array) throws SQLException {
    var channels = EnumSet.noneOf(Channel.class);
    if (array != null) {
      for (var name : (Object[]) array.getArray()) {
        channels.add(Channel.valueOf((String) name));
      }
    }
    return channels;
  }
}
