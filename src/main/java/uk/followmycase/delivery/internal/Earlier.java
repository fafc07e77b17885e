package uk.followmycase.delivery.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What came of a notice's earlier attempts.
 *
 * @param doubtful whether one may have reached the person
 * @param unanswered whether a provider was handed one and fell silent
 * @param arrived whether a provider says that one arrived
 * @param throttled how many were to come again more slowly
 * @param followed whether a later notice tells of the same by now
 * @param contact digest of where the last one went; null when there was none, or nothing is kept
 */
record Earlier(
    boolean doubtful,
    boolean unanswered,
    boolean arrived,
    int throttled,
    boolean followed,
    byte @Nullable [] contact) {

  /** There were none. */
  static final Earlier NONE = new Earlier(false, false, false, 0, false, null);

  static Earlier of(ResultSet row) throws SQLException {
    return new Earlier(
        row.getBoolean("doubtful"),
        row.getBoolean("unanswered"),
        row.getBoolean("arrived"),
        row.getInt("throttled"),
        row.getBoolean("followed"),
        row.getBytes("last_contact"));
  }
}
