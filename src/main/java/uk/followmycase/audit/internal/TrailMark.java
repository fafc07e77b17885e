package uk.followmycase.audit.internal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.SealBroken;

/**
 * A place in the trail. Row ids never leave the server, so an address holds it sealed.
 *
 * @param at of the line before the next page
 */
record TrailMark(Instant at, UUID id) {

  private static final String PLACE = "trail-mark";
  private static final UUID NO_ROW = new UUID(0, 0);
  private static final UUID LAST = new UUID(-1, -1);
  private static final int LONGEST = 200;

  /** Later than all that there is. */
  static final TrailMark START = end(Instant.parse("9999-01-01T00:00:00Z"));

  /** Before which everything stands that a question means. */
  static TrailMark end(Instant to) {
    return new TrailMark(to, LAST);
  }

  static TrailMark of(TrailRows.Row row) {
    return new TrailMark(row.line().at(), row.id());
  }

  String sealed(ForceKeys keys) {
    var clear =
        ByteBuffer.allocate(32)
            .putLong(at.getEpochSecond())
            .putLong(at.getNano())
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.seal(PLACE, NO_ROW, clear));
  }

  /** Empty for what we did not write. */
  static Optional<TrailMark> opened(String text, ForceKeys keys) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var clear = ByteBuffer.wrap(keys.open(PLACE, NO_ROW, Base64.getUrlDecoder().decode(text)));
      return Optional.of(
          new TrailMark(
              Instant.ofEpochSecond(clear.getLong(), clear.getLong()),
              new UUID(clear.getLong(), clear.getLong())));
    } catch (IllegalArgumentException | SealBroken notOurs) {
      return Optional.empty();
    }
  }
}
