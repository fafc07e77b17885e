package uk.followmycase.tenancy.internal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.aead.XAesGcmKey;
import com.google.crypto.tink.aead.XAesGcmParameters;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.PrfHmacJce;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of one owner (a force, or the platform as 0), each derived by HKDF from the owner's root
 * for one purpose. Values under the owner's own keys are sealed with XAES-256-GCM, whose long
 * nonces set no limit to their number.
 */
final class KeySet {

  static final int ROOT_BYTES = 32;

  private static final XAesGcmParameters LONG_NONCES =
      PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE_NO_PREFIX;

  private final Seal values;
  private final Seal dataKeys;
  private final PrfHmacJce blind;

  KeySet(byte[] root, int owner) throws GeneralSecurityException {
    values = new Seal(aead(derive(root, "values")), owner);
    dataKeys = new Seal(aead(derive(root, "data keys")), owner);
    blind = new PrfHmacJce("HMACSHA256", new SecretKeySpec(derive(root, "blind"), "HMAC"));
  }

  /** Seals values that belong to no case. */
  Seal values() {
    return values;
  }

  /** Wraps data keys of cases. */
  Seal dataKeys() {
    return dataKeys;
  }

  /** A purpose holds no NUL, so no two pairs of purpose and value read alike. */
  byte[] blind(String purpose, String normalised, int bytes) {
    try {
      var input = (purpose + '\0' + normalised).getBytes(StandardCharsets.UTF_8);
      return blind.compute(input, bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] derive(byte[] root, String purpose) throws GeneralSecurityException {
    var info = purpose.getBytes(StandardCharsets.UTF_8);
    return Hkdf.computeHkdf("HMACSHA256", root, new byte[0], info, ROOT_BYTES);
  }

  @AccessesPartialKey
  private static Aead aead(byte[] key) throws GeneralSecurityException {
    var secret = SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get());
    var entry =
        KeysetHandle.importKey(XAesGcmKey.create(LONG_NONCES, secret, null))
            .withRandomId()
            .makePrimary();
    return KeysetHandle.newBuilder()
        .addEntry(entry)
        .build()
        .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }
}
