package uk.followmycase.identity.oauth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.keys.Handle;

/**
 * The keys that sign tokens, the signing one first. RSA, since every call of the API verifies and
 * only one in five minutes signs.
 *
 * <p>A new key is announced before it signs, and an old one stays known until what it signed has
 * run out, so that no instance ever meets a token whose key it does not have.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

  static final Duration ANNOUNCED = Duration.ofMinutes(10);
  private static final Duration OUTLIVES = Duration.ofHours(1);
  private static final Duration READ_AGAIN = Duration.ofSeconds(30);
  private static final int BITS = 2048;

  private final StoredSigningKeys stored;
  private final Clock clock;
  private volatile @Nullable Snapshot snapshot;

  SigningKeys(StoredSigningKeys stored, Clock clock) {
    this.stored = stored;
    this.clock = clock;
  }

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    var now = clock.instant();
    var known =
        keys(now).stream()
            .filter(key -> !key.goneBy(now))
            .sorted(Comparator.comparing((SigningKey key) -> key.activeBy(now)).reversed())
            .<JWK>map(SigningKey::jwk)
            .toList();
    return selector.select(new JWKSet(known));
  }

  /** Announces a new key; the one that signs now goes once the new one has taken over. */
  void rotate() {
    var now = clock.instant();
    var newest = keys(now).getFirst();
    var takesOver = now.plus(ANNOUNCED);
    stored.succeed(fresh(newest.number() + 1, takesOver), takesOver.plus(OUTLIVES));
    snapshot = null;
  }

  /** When the newest key began to sign, or will. */
  Instant newestSince() {
    return keys(clock.instant()).getFirst().activeFrom();
  }

  private List<SigningKey> keys(Instant now) {
    var read = snapshot;
    if (read != null && Duration.between(read.at(), now).abs().compareTo(READ_AGAIN) < 0) {
      return read.keys();
    }
    var keys = stored.newestFirst();
    if (keys.isEmpty()) {
      stored.addFirst(fresh(1, now));
      keys = stored.newestFirst();
    }
    snapshot = new Snapshot(keys, now);
    return keys;
  }

  private static SigningKey fresh(int number, Instant activeFrom) {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      var pair = generator.generateKeyPair();
      var id = Handle.random();
      var jwk =
          new RSAKey.Builder((RSAPublicKey) pair.getPublic())
              .privateKey(pair.getPrivate())
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .keyID(id.toString())
              .build();
      return new SigningKey(number, id.value(), jwk, activeFrom, null);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private record Snapshot(List<SigningKey> keys, Instant at) {}
}
