package uk.followmycase.identity.oauth;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import uk.followmycase.tenancy.keys.Digests;

/**
 * Keeps the secrets of machine clients. A slow hash guards what people choose; these secrets are
 * 256 random bits that we made, which no search of SHA-256 can find, and every token asked for
 * would pay for the slowness.
 */
final class SecretDigests implements PasswordEncoder {

  private static final int SHORTEST = 43;

  @Override
  public String encode(@Nullable CharSequence secret) {
    if (secret == null || secret.length() < SHORTEST) {
      throw new IllegalArgumentException("A secret has at least 256 random bits");
    }
    return text(Digests.sha256(secret.toString()));
  }

  @Override
  public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
    return secret != null
        && encoded != null
        && Digests.same(Digests.sha256(secret.toString()), bytes(encoded));
  }

  static String text(byte[] digest) {
    return Base64.getEncoder().encodeToString(digest);
  }

  static byte[] bytes(String encoded) {
    return Base64.getDecoder().decode(encoded);
  }
}
