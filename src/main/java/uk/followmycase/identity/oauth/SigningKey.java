package uk.followmycase.identity.oauth;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key in its turn: announced, then signing, then only known, then gone. */
record SigningKey(int number, UUID id, RSAKey jwk, Instant activeFrom, @Nullable Instant goneAt) {

  boolean activeBy(Instant now) {
    return !activeFrom.isAfter(now);
  }

  boolean goneBy(Instant now) {
    return goneAt != null && !goneAt.isAfter(now);
  }
}
