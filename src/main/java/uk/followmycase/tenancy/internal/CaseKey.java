package uk.followmycase.tenancy.internal;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.util.UUID;
import uk.followmycase.tenancy.keys.DataKey;

/** An AES-256-GCM key of one case; a case has few rows, so that random short nonces are safe. */
final class CaseKey implements DataKey {

  private final byte[] wrapped;
  private final Seal seal;

  CaseKey(byte[] key, byte[] wrapped, int force) {
    try {
      this.wrapped = wrapped.clone();
      this.seal = new Seal(new AesGcmJce(key), force);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public byte[] wrapped() {
    return wrapped.clone();
  }

  @Override
  public byte[] seal(String place, UUID row, byte[] clear) {
    return seal.close(place, row, clear);
  }

  @Override
  public byte[] open(String place, UUID row, byte[] sealed) {
    return seal.open(place, row, sealed);
  }
}
