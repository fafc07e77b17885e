package uk.followmycase.tenancy.internal;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import uk.followmycase.tenancy.keys.SealBroken;

/** An AEAD whose every value is bound to an owner (a force, or 0), a place and a row. */
record Seal(Aead aead, int owner) {

  byte[] close(String place, UUID row, byte[] clear) {
    try {
      return aead.encrypt(clear, position(place, row));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  byte[] open(String place, UUID row, byte[] sealed) {
    try {
      return aead.decrypt(sealed, position(place, row));
    } catch (GeneralSecurityException broken) {
      throw new SealBroken(broken);
    }
  }

  /** Fixed lengths first, so that no two positions read alike. */
  private byte[] position(String place, UUID row) {
    var name = place.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Integer.BYTES + 2 * Long.BYTES + name.length)
        .putInt(owner)
        .putLong(row.getMostSignificantBits())
        .putLong(row.getLeastSignificantBits())
        .put(name)
        .array();
  }
}
