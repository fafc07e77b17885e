package uk.followmycase.identity.internal;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.StaffId;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.tenancy.keys.SealBroken;

/**
 * Says in a form whose it is, so that it can be kept when nobody is signed in any more. It lets
 * nobody in and does nothing: all it is good for is to keep what its author wrote, for its author.
 */
@Component
class FormAuthors {

  private static final String PLACE = "desk.form";
  private static final int ID = 16;
  private static final int LONGEST = 300;

  private final ForceKeys keys;
  private final Clock clock;

  FormAuthors(ForceKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  String write(StaffId who) {
    var id = Handle.random().value();
    var clear =
        longs(ID + Long.BYTES, who.value()).putLong(clock.instant().getEpochSecond()).array();
    var sealed = keys.seal(PLACE, id, clear);
    var whole = longs(ID + sealed.length, id).put(sealed).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /** Empty for anything that the bound force did not write within a day. */
  Optional<StaffId> read(String written) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var whole = Base64.getUrlDecoder().decode(written);
      return whole.length <= ID ? Optional.empty() : Optional.ofNullable(opened(whole));
    } catch (IllegalArgumentException | SealBroken notOurs) {
      return Optional.empty();
    }
  }

  private @Nullable StaffId opened(byte[] whole) {
    var id = uuid(ByteBuffer.wrap(whole));
    var clear = ByteBuffer.wrap(keys.open(PLACE, id, Arrays.copyOfRange(whole, ID, whole.length)));
    var who = new StaffId(uuid(clear));
    var at = Instant.ofEpochSecond(clear.getLong());
    return at.plus(HeldFormRows.DAY).isAfter(clock.instant()) ? who : null;
  }

  private static ByteBuffer longs(int size, UUID id) {
    return ByteBuffer.allocate(size)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits());
  }

  private static UUID uuid(ByteBuffer bytes) {
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
