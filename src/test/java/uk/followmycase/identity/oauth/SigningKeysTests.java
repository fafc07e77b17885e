package uk.followmycase.identity.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.support.MovableClock;

/** Each instance here is a {@link SigningKeys} of its own over the one table. */
@IdentityTest
class SigningKeysTests {

  @Autowired StoredSigningKeys stored;
  @Autowired SigningKeys ours;
  @Autowired JwtEncoder encoder;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void noKeysYet() {
    jdbc.sql("delete from people.signing_key").update();
    clock.advance(Duration.ofMinutes(1));
  }

  @Test
  void instancesThatStartAtOnceAgreeOnOneKey() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var ids =
          threads
              .invokeAll(
                  IntStream.range(0, 8)
                      .mapToObj(
                          i -> (java.util.concurrent.Callable<List<String>>) () -> ids(instance()))
                      .toList())
              .stream()
              .map(done -> done.resultNow())
              .distinct()
              .toList();
      assertThat(ids)
          .singleElement()
          .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
          .hasSize(1);
    }
  }

  @Test
  void aNewKeyIsAnnouncedThenSignsThenTheOldOneGoes() {
    var here = instance();
    var old = ids(here).getFirst();
    here.rotate();
    assertThat(ids(here)).hasSize(2).first().isEqualTo(old);
    assertThat(ids(instance())).isEqualTo(ids(here));

    clock.advance(SigningKeys.ANNOUNCED);
    assertThat(ids(here)).hasSize(2).last().isEqualTo(old);
    assertThat(ids(instance())).isEqualTo(ids(here));

    clock.advance(Duration.ofMinutes(59));
    assertThat(ids(here)).contains(old);
    clock.advance(Duration.ofMinutes(1));
    assertThat(ids(here)).hasSize(1).doesNotContain(old);
  }

  @Test
  void twoInstancesThatRotateAtOnceMakeOneKey() {
    var here = instance();
    var there = instance();
    assertThat(ids(there)).isEqualTo(ids(here));
    here.rotate();
    there.rotate();
    assertThat(ids(here)).hasSize(2);
  }

  @Test
  void tokensAreSignedWhileSeveralKeysStand() {
    ours.rotate();
    assertThat(signed()).isEqualTo(ids(ours).getFirst());
    clock.advance(SigningKeys.ANNOUNCED);
    assertThat(signed()).isEqualTo(ids(ours).getFirst());
  }

  @Test
  void noKeyLiesInClear() {
    ids(instance());
    var sealed = jdbc.sql("select sealed from people.signing_key").query(byte[].class).single();
    assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("kty", "\"d\"", "RSA");
  }

  private String signed() {
    var token =
        encoder.encode(
            JwtEncoderParameters.from(
                JwsHeader.with(SignatureAlgorithm.RS256).build(),
                JwtClaimsSet.builder().subject("somebody").build()));
    return String.valueOf(token.getHeaders().get("kid"));
  }

  private SigningKeys instance() {
    return new SigningKeys(stored, clock);
  }

  private static List<String> ids(SigningKeys keys) {
    return keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null).stream()
        .map(JWK::getKeyID)
        .toList();
  }
}
