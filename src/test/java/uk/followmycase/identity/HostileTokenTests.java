package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import uk.followmycase.support.Browser;
import uk.followmycase.support.MovableClock;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;
import uk.followmycase.tenancy.keys.Digests;

/** Tokens that are nearly right. */
@IdentityTest
class HostileTokenTests {

  private static final String CLIENT = "hostile-records";

  @LocalServerPort int port;
  @Autowired MachineClients clients;
  @Autowired Forces forces;
  @Autowired Sites sites;
  @Autowired MovableClock clock;
  @Autowired JwtEncoder encoder;

  private Browser wire;
  private ForceId force;

  @BeforeEach
  void register() {
    wire = new Browser(port);
    force = forces.all().getFirst().id();
    clients.register(force, CLIENT, Digests.token());
  }

  @Test
  void whatWeSignAndMeanIsTaken() {
    assertThat(status(signed(claims -> {}))).isEqualTo(200);
  }

  @Test
  void oneWrongClaimIsEnoughToBeRefused() {
    var now = clock.instant();
    List<Consumer<JwtClaimsSet.Builder>> wrongs =
        List.of(
            claims -> claims.issuer("http://elsewhere.localhost:8080"),
            claims -> claims.issuer(sites.issuer() + "/"),
            claims -> claims.audience(List.of("portal-somewhere")),
            claims -> claims.claims(all -> all.remove("aud")),
            claims ->
                claims
                    .issuedAt(now.minus(Duration.ofMinutes(6)))
                    .expiresAt(now.minus(Duration.ofMinutes(1))),
            claims -> claims.claims(all -> all.remove("exp")),
            claims -> claims.notBefore(now.plus(Duration.ofMinutes(1))),
            claims -> claims.claim("force", otherForce()),
            claims -> claims.claim("force", Integer.toString(force.value())),
            claims -> claims.claim("force", -1),
            claims -> claims.claims(all -> all.remove("force")),
            claims -> claims.subject("nobody-records"),
            claims -> claims.claims(all -> all.remove("sub")));
    for (var i = 0; i < wrongs.size(); i++) {
      assertThat(status(signed(wrongs.get(i)))).as("wrong claim %d", i).isEqualTo(401);
    }
  }

  @Test
  void aTokenWithoutTheScopeIsForbidden() {
    assertThat(status(signed(claims -> claims.claim("scope", "openid")))).isEqualTo(403);
  }

  @Test
  void foreignSignaturesAreRefused() throws JOSEException, ParseException {
    var known = JWKSet.parse(wire.get("sign-in.localhost", "/oauth2/jwks").body()).getKeys();
    assertThat(known).isNotEmpty().noneMatch(key -> key.isPrivate());
    var kid = known.getFirst().getKeyID();
    var foreign = new RSAKeyGenerator(2048).keyID(kid).generate();
    var forged =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build(), claims());
    forged.sign(new RSASSASigner(foreign));
    assertThat(status(forged.serialize())).isEqualTo(401);

    var byPublicKey =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid).build(), claims());
    byPublicKey.sign(new MACSigner(known.getFirst().toRSAKey().toRSAPublicKey().getEncoded()));
    assertThat(status(byPublicKey.serialize())).isEqualTo(401);

    var brought =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(foreign.toPublicJWK()).build(), claims());
    brought.sign(new RSASSASigner(foreign));
    assertThat(status(brought.serialize())).isEqualTo(401);
  }

  @Test
  void unsignedAndBrokenTokensAreRefused() {
    var real = signed(claims -> {});
    var parts = real.split("\\.", -1);
    assertThat(status(new PlainJWT(claims()).serialize())).isEqualTo(401);
    assertThat(status(parts[0] + "." + parts[1] + ".")).isEqualTo(401);
    assertThat(status(parts[0] + "." + parts[1])).isEqualTo(401);
    assertThat(status("a".repeat(5_000))).isEqualTo(401);
    assertThat(wire.get("api.localhost", "/api/probe?access_token=" + real).status())
        .isEqualTo(401);
  }

  private int otherForce() {
    return forces.all().get(1).id().value();
  }

  private int status(String token) {
    return wire.get("api.localhost", "/api/probe", "Authorization", "Bearer " + token).status();
  }

  private String signed(Consumer<JwtClaimsSet.Builder> change) {
    Instant now = clock.instant();
    var claims =
        JwtClaimsSet.builder()
            .issuer(sites.issuer())
            .subject(CLIENT)
            .audience(List.of(sites.address(sites.api())))
            .issuedAt(now)
            .notBefore(now)
            .expiresAt(now.plus(Duration.ofMinutes(5)))
            .claim("force", force.value())
            .claim("scope", "records");
    change.accept(claims);
    return encoder
        .encode(
            JwtEncoderParameters.from(
                JwsHeader.with(SignatureAlgorithm.RS256).build(), claims.build()))
        .getTokenValue();
  }

  private JWTClaimsSet claims() {
    return new JWTClaimsSet.Builder()
        .issuer(sites.issuer())
        .subject(CLIENT)
        .audience(sites.address(sites.api()))
        .expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(5))))
        .claim("force", force.value())
        .claim("scope", "records")
        .build();
  }
}
