package uk.followmycase.tenancy.keys;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A random 128-bit name of a row for use in addresses, 22 characters of base64url. It tells nothing
 * about when or where the row was made.
 */
public record Handle(UUID value) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final NoArgGenerator ROWS = Generators.timeBasedEpochRandomGenerator();

  /** A fresh handle. */
  public static Handle random() {
    return new Handle(new UUID(RANDOM.nextLong(), RANDOM.nextLong()));
  }

  /** The handle written in an address, or nothing when it is none. */
  public static Optional<Handle> parse(String text) {
    if (text.length() != 22) {
      return Optional.empty();
    }
    try {
      var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      return Optional.of(new Handle(new UUID(bytes.getLong(), bytes.getLong())));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** A time-ordered id (UUID version 7) for a row's primary key. It never leaves the server. */
  public static UUID rowId() {
    return ROWS.generate();
  }

  @Override
  public String toString() {
    var bytes =
        ByteBuffer.allocate(16)
            .putLong(value.getMostSignificantBits())
            .putLong(value.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }
}
