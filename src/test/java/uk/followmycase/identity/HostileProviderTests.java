package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.followmycase.identity.StaffTest.JOINT;
import static uk.followmycase.identity.StaffTest.OWN;
import static uk.followmycase.identity.StaffWay.officer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.followmycase.identity.SomeProvider.Says;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.MovableClock;

/** Whatever a provider says, or somebody in its name: who is not proved does not get in. */
@StaffTest
class HostileProviderTests {

  private static final String FORCE = "thames-valley.localhost";
  private static final RSAKey STRANGERS = SomeProvider.freshKey();

  @LocalServerPort int port;
  @Autowired MovableClock clock;

  private StaffWay way;
  private Map<String, Object> officer;

  @BeforeEach
  void open() {
    way = StaffWay.to(FORCE, port);
    officer = officer(UUID.randomUUID().toString(), "tvp-officers");
  }

  @AfterEach
  void behaveAgain() {
    OWN.behave();
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        lie("wrong audience", (claims, key) -> signed(claims.audience("another"), key)),
        lie(
            "one audience too many, meant for the other",
            (claims, key) ->
                signed(
                    claims.audience(List.of("another", "follow-my-case")).claim("azp", "another"),
                    key)),
        lie("wrong issuer", (claims, key) -> signed(claims.issuer("https://evil.example"), key)),
        lie("issuer of the joint one", (claims, key) -> signed(claims.issuer(JOINT.issuer()), key)),
        lie("no algorithm", (claims, key) -> new PlainJWT(claims.build()).serialize()),
        lie("public key as a shared secret", HostileProviderTests::macWithPublicKey),
        lie("a key of somebody else", (claims, key) -> signed(claims, STRANGERS)),
        lie(
            "expired",
            (claims, key) ->
                signed(claims.expirationTime(Date.from(Instant.now().minusSeconds(600))), key)),
        lie("no expiry", (claims, key) -> signed(claims.expirationTime(null), key)),
        lie("no nonce", (claims, key) -> signed(claims.claim("nonce", null), key)),
        lie("another nonce", (claims, key) -> signed(claims.claim("nonce", "another"), key)),
        lie("no subject", (claims, key) -> signed(claims.subject(null), key)),
        lie("no token at all", (claims, key) -> "nonsense"));
  }

  private static Arguments lie(String what, Says says) {
    return Arguments.of(what, says);
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

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void aLieIsNotBelieved(String what, Says says) {
    OWN.says(says);
    refused(way.signIn(OWN, officer), 403);
    OWN.behave();
    assertThat(way.signIn(OWN, officer).status()).as("or else this shows nothing").isEqualTo(200);
  }

  @Test
  void anAnswerOfAnotherProviderIsNotMixedUpWithThis() {
    var asked = way.ask(OWN);
    var answer = OWN.vouch(asked, officer);
    refused(way.back(OWN, answer.replace(OWN.issuer(), JOINT.issuer())), 403);
    way.ask(OWN);
    refused(way.back(JOINT, OWN.vouch(way.ask(OWN), officer)), 400);
    refused(way.back(OWN, unnamed(OWN.vouch(way.ask(OWN), officer))), 403);
  }

  private static String unnamed(String answer) {
    return answer.substring(0, answer.indexOf("&iss="));
  }

  @Test
  void anAnswerWorksOnceAndOnlyInTheBrowserThatAsked() {
    var answer = OWN.vouch(way.ask(OWN), officer);
    var thief = StaffWay.to(FORCE, port);
    thief.ask(OWN);
    refused(thief, thief.back(OWN, answer), 400);
    assertThat(way.back(OWN, answer).status()).isEqualTo(200);
    way.browser().cookies(way.desk()).clear();
    assertThat(way.back(OWN, answer).status()).isEqualTo(400);
    refused(thief, thief.back(OWN, answer), 400);
  }

  @Test
  void aCodeThatWasUsedOpensNothingInAnotherTrip() {
    var answer = OWN.vouch(way.ask(OWN), officer);
    var code = answer.substring(0, answer.indexOf('&'));
    assertThat(way.back(OWN, answer).status()).isEqualTo(200);
    var thief = StaffWay.to(FORCE, port);
    var fresh = OWN.vouch(thief.ask(OWN), officer);
    refused(thief, thief.back(OWN, code + fresh.substring(fresh.indexOf('&'))), 403);
  }

  @Test
  void somebodyElsesUnusedCodeIsNoUse() {
    var code = OWN.vouch(way.ask(OWN), officer).replaceAll("&.*", "");
    var thief = StaffWay.to(FORCE, port);
    var fresh = OWN.vouch(thief.ask(OWN), officer);
    refused(thief, thief.back(OWN, code + fresh.substring(fresh.indexOf('&'))), 403);
  }

  @Test
  void anAnswerThatComesTooLateIsNone() {
    var answer = OWN.vouch(way.ask(OWN), officer);
    clock.advance(Duration.ofMinutes(11));
    refused(way.back(OWN, answer), 400);
  }

  @Test
  void aRefusalOfTheProviderIsPassedOnPlainly() {
    var answer = OWN.vouch(way.ask(OWN), officer);
    var denied =
        "error=access_denied&error_description=%3Cscript%3E"
            + answer.substring(answer.indexOf('&'));
    var page = way.back(OWN, denied);
    refused(page, 403);
    assertThat(page.body()).contains("did not sign you in").doesNotContain("script>&", "%3Cscript");
  }

  @Test
  void aProviderThatFailsOrHangsHoldsNobodyUp() {
    OWN.fails(500);
    refused(way.signIn(OWN, officer), 503);
    OWN.behave();
    OWN.hangs();
    var begun = clock.instant();
    refused(way.signIn(OWN, officer), 503);
    assertThat(Duration.between(begun, clock.instant())).isLessThan(Duration.ofSeconds(8));
    OWN.behave();
    assertThat(way.signIn(OWN, officer).status()).isEqualTo(200);
  }

  @Test
  void aSlowProviderTakesFewThreadsAndNoneFromOthers() throws InterruptedException {
    var ways = Stream.generate(() -> StaffWay.to(FORCE, port)).limit(4).toList();
    var answers = ways.stream().map(one -> OWN.vouch(one.ask(OWN), officer)).toList();
    var more = OWN.vouch(way.ask(OWN), officer);
    OWN.hangs();
    var waiting =
        IntStream.range(0, 4)
            .mapToObj(i -> Thread.startVirtualThread(() -> ways.get(i).back(OWN, answers.get(i))))
            .toList();
    await().until(() -> OWN.waiting() == 4);
    refused(way.back(OWN, more), 503);
    assertThat(OWN.waiting()).as("told at once, while the others wait").isEqualTo(4);
    assertThat(StaffWay.to(FORCE, port).signIn(JOINT, officer).status()).isEqualTo(200);
    OWN.behave();
    for (var one : waiting) {
      one.join();
    }
    assertThat(way.signIn(OWN, officer).status()).isEqualTo(200);
  }

  @Test
  void changedKeysAreFetched() {
    assertThat(way.signIn(OWN, officer).status()).isEqualTo(200);
    OWN.changesKeys();
    assertThat(StaffWay.to(FORCE, port).signIn(OWN, officer).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "state=",
        "code=x",
        "state=x&code=y",
        "state=x&state=y",
        "error=%00",
        "iss=%25"
      })
  void nonsenseIsNoAnswer(String query) {
    refused(way.back(OWN, query), 400);
    way.ask(OWN);
    refused(way.back(OWN, query), 400);
  }

  private void refused(Page page, int status) {
    refused(way, page, status);
  }

  private static void refused(StaffWay who, Page page, int status) {
    assertThat(page.status()).isEqualTo(status);
    assertThat(who.inside()).isFalse();
  }
}
