package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.followmycase.identity.StaffTest.JOINT;
import static uk.followmycase.identity.StaffTest.OWN;
import static uk.followmycase.identity.StaffWay.SIGN_IN;
import static uk.followmycase.identity.StaffWay.officer;
import static uk.followmycase.identity.StaffWay.with;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.followmycase.identity.SomeProvider.Says;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.MovableClock;

/** A provider's own word ends visits at once; nobody else's word ends anything. */
@StaffTest
class HostileLogoutTests {

  static final String BACK_CHANNEL = "/staff/back-channel";
  private static final String OXFORD = "thames-valley.localhost";
  private static final RSAKey STRANGERS = SomeProvider.freshKey();

  @LocalServerPort int port;
  @Autowired MovableClock clock;

  private StaffWay way;
  private String subject;
  private String session;

  @BeforeEach
  void signIn() {
    subject = UUID.randomUUID().toString();
    session = UUID.randomUUID().toString();
    way = signedIn(OWN, session);
  }

  private StaffWay signedIn(SomeProvider at, String session) {
    var one = StaffWay.to(OXFORD, port);
    one.signIn(at, with(officer(subject, "tvp-officers"), "sid", session));
    assertThat(one.inside()).isTrue();
    return one;
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        lie("no algorithm", (claims, key) -> new PlainJWT(claims.build()).serialize()),
        lie("public key as a shared secret", HostileLogoutTests::macWithPublicKey),
        lie("a key of somebody else", (claims, key) -> signed(claims, STRANGERS)),
        lie("wrong audience", told -> told.audience("another")),
        lie("issuer of the joint one", told -> told.issuer(JOINT.issuer())),
        lie("issuer that no force lists", told -> told.issuer("http://127.0.0.1:9/")),
        lie("no issuer", told -> told.issuer(null)),
        lie("a nonce, as an ID token has", told -> told.claim("nonce", "n")),
        lie("no events", told -> told.claim("events", null)),
        lie("another event", told -> told.claim("events", Map.of("urn:other", Map.of()))),
        lie("neither subject nor session", told -> told.subject(null).claim("sid", null)),
        lie("no id of its own", told -> told.jwtID(null)),
        lie("never said", told -> told.issueTime(null)),
        lie("nonsense", (claims, key) -> "nonsense"),
        lie("nine thousand characters", (claims, key) -> "e".repeat(9_000)));
  }

  private static Arguments lie(String what, UnaryOperator<JWTClaimsSet.Builder> told) {
    return Arguments.of(what, told, Says.HONESTLY);
  }

  private static Arguments lie(String what, Says says) {
    return Arguments.of(what, UnaryOperator.<JWTClaimsSet.Builder>identity(), says);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void aLieEndsNobody(String what, UnaryOperator<JWTClaimsSet.Builder> told, Says says) {
    var lie = OWN.loggedOut(clock.instant(), claims -> told.apply(mine(claims)), says);
    assertThat(tell(lie).status()).isEqualTo(400);
    assertThat(way.inside()).isTrue();
    assertThat(tell(OWN.loggedOut(clock.instant(), this::mine)).status())
        .as("or else this shows nothing")
        .isEqualTo(200);
    assertThat(way.inside()).isFalse();
  }

  private JWTClaimsSet.Builder mine(JWTClaimsSet.Builder told) {
    return told.subject(subject).claim("sid", session);
  }

  @Test
  void whatWasSaidTooLongAgoOrComesTwiceEndsNobody() {
    var early = clock.instant().minus(Duration.ofMinutes(6));
    var kept =
        OWN.loggedOut(
            early, told -> mine(told).expirationTime(Date.from(early.plusSeconds(9_000))));
    assertThat(tell(kept).status()).isEqualTo(400);
    assertThat(way.inside()).isTrue();
    var heard = OWN.loggedOut(clock.instant(), this::mine);
    assertThat(tell(heard).status()).isEqualTo(200);
    way = signedIn(OWN, session);
    assertThat(tell(heard).status()).as("played again").isEqualTo(400);
    assertThat(way.inside()).isTrue();
  }

  /**
   * Four who sign in wait on it, and what it said of itself is old: that somebody is out counts.
   */
  @Test
  void aProviderThatHangsIsHeardAllTheSame() throws InterruptedException {
    var ways = Stream.generate(() -> StaffWay.to(OXFORD, port)).limit(4).toList();
    var someone = officer(UUID.randomUUID().toString(), "tvp-officers");
    var answers = ways.stream().map(one -> OWN.vouch(one.ask(OWN), someone)).toList();
    OWN.hangs();
    try {
      var waiting =
          IntStream.range(0, 4)
              .mapToObj(i -> Thread.startVirtualThread(() -> ways.get(i).back(OWN, answers.get(i))))
              .toList();
      await().until(() -> OWN.waiting() == 4);
      clock.advance(Duration.ofMinutes(11));
      var told = OWN.loggedOut(clock.instant(), this::mine);
      assertThat(tell(told).status()).isEqualTo(200);
      assertThat(way.inside()).isFalse();
      for (var one : waiting) {
        one.join();
      }
    } finally {
      OWN.behave();
    }
  }

  @Test
  void aSubjectAloneEndsAllOfTheirsAndNobodyElses() {
    var second = signedIn(OWN, "another session");
    var elsewhere = signedIn(JOINT, session);
    var colleague = StaffWay.to(OXFORD, port);
    colleague.signIn(OWN, officer(UUID.randomUUID().toString(), "tvp-officers"));
    tell(OWN.loggedOut(clock.instant(), told -> told.subject(subject)));
    assertThat(List.of(way, second)).noneMatch(StaffWay::inside);
    assertThat(List.of(elsewhere, colleague)).allMatch(StaffWay::inside);
  }

  @Test
  void aSessionEndsWhatBeganWithIt() {
    var second = signedIn(OWN, "another session");
    var named = OWN.loggedOut(clock.instant(), told -> told.claim("sid", session));
    assertThat(tell(named).status()).isEqualTo(200);
    assertThat(way.inside()).isFalse();
    assertThat(second.inside()).isTrue();
  }

  @Test
  void somebodyElsesSubjectWithThisSessionEndsNothing() {
    var mixed =
        OWN.loggedOut(clock.instant(), told -> told.subject("somebody else").claim("sid", session));
    assertThat(tell(mixed).status()).isEqualTo(200);
    assertThat(way.inside()).isTrue();
  }

  @Test
  void aJointProviderEndsThePersonAtEachForce() {
    var here = signedIn(JOINT, session);
    var there = StaffWay.to("humberside.localhost", port);
    there.signIn(JOINT, with(officer(subject, "humb-officers"), "sid", session));
    assertThat(there.inside()).isTrue();
    tell(JOINT.loggedOut(clock.instant(), this::mine));
    assertThat(List.of(here, there)).noneMatch(StaffWay::inside);
    assertThat(way.inside()).as("by another provider").isTrue();
  }

  @Test
  void onlyAFormAtTheSignInHostIsHeard() {
    var browser = new Browser(port);
    var heard = OWN.loggedOut(clock.instant(), this::mine);
    assertThat(browser.get(SIGN_IN, BACK_CHANNEL + "?logout_token=" + heard).status())
        .isEqualTo(405);
    assertThat(
            browser
                .post(SIGN_IN, BACK_CHANNEL + "?logout_token=" + heard, Map.of("other", "field"))
                .status())
        .isEqualTo(400);
    for (var host : List.of("localhost", OXFORD, way.desk())) {
      assertThat(browser.post(host, BACK_CHANNEL, Map.of("logout_token", heard)).status())
          .isIn(403, 404);
    }
    assertThat(way.inside()).isTrue();
    assertThat(tell(heard).cookies()).as("no session is made of it").isEmpty();
    assertThat(way.inside()).isFalse();
  }

  private Page tell(String token) {
    return new Browser(port).post(SIGN_IN, BACK_CHANNEL, Map.of("logout_token", token));
  }

  private static String signed(JWTClaimsSet.Builder claims, RSAKey key) throws JOSEException {
    return SomeProvider.signed(claims.build(), key);
  }

  private static String macWithPublicKey(JWTClaimsSet.Builder claims, RSAKey key)
      throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build();
    var token = new SignedJWT(header, claims.build());
    token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
    return token.serialize();
  }
}
