package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.MovableClock;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Digests;

/** Records systems get tokens, and reach their own force only. */
@IdentityTest
class RecordsApiTests {

  private static final String SIGN_IN = "sign-in.localhost";
  private static final String API = "api.localhost";

  @LocalServerPort int port;
  @Autowired MachineClients clients;
  @Autowired Forces forces;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;

  private final String secret = Digests.token();
  private Browser wire;
  private Force first;
  private Force second;

  @BeforeEach
  void register() {
    wire = new Browser(port);
    first = forces.all().get(0);
    second = forces.all().get(1);
    clients.register(first.id(), "first-records", secret);
  }

  @Test
  void aRegisteredClientGetsATokenForItsForceAlone() {
    clients.register(second.id(), "second-records", secret);
    var one = probe(tokenOf("first-records", secret));
    var two = probe(tokenOf("second-records", secret));
    assertThat(json.readTree(one.body()).get("force").asInt()).isEqualTo(first.id().value());
    assertThat(json.readTree(one.body()).get("client").asString()).isEqualTo("first-records");
    assertThat(json.readTree(two.body()).get("force").asInt()).isEqualTo(second.id().value());
  }

  @Test
  void theForceComesFromTheTokenWhateverElseNamesOne() {
    var answer =
        wire.get(
            API,
            "/api/probe?force=" + second.id().value(),
            "Authorization",
            "Bearer " + tokenOf("first-records", secret),
            "X-Force",
            second.slug(),
            "X-Forwarded-Host",
            second.settings().host());
    assertThat(json.readTree(answer.body()).get("force").asInt()).isEqualTo(first.id().value());
  }

  @Test
  void wrongSecretsAndUnknownClientsGetNothing() {
    assertThat(token("first-records", Digests.token()).status()).isEqualTo(401);
    assertThat(token("nobody-records", secret).status()).isEqualTo(401);
    assertThat(token("first-records", "").status()).isEqualTo(401);
    assertThat(token("portal-" + first.slug(), secret).status()).isEqualTo(401);
  }

  @Test
  void aClientThatIsSwitchedOffIsRefusedWithinASecond() {
    clients.register(first.id(), "leaving-records", secret);
    var token = tokenOf("leaving-records", secret);
    assertThat(probe(token).status()).isEqualTo(200);
    jdbc.sql("update plumbing.machine_client set disabled_at = now() where client_id = ?")
        .param("leaving-records")
        .update();
    clock.advance(Duration.ofSeconds(1));
    assertThat(probe(token).status()).isEqualTo(401);
    assertThat(token("leaving-records", secret).status()).isEqualTo(401);
    clients.register(first.id(), "leaving-records", secret);
    assertThat(probe(token).status()).isEqualTo(200);
    clients.disable("leaving-records");
    assertThat(probe(token).status()).isEqualTo(401);
  }

  @Test
  void anOldSecretDiesWhenANewOneIsRegistered() {
    clients.register(first.id(), "rotating-records", secret);
    var fresh = Digests.token();
    clients.register(first.id(), "rotating-records", fresh);
    assertThat(token("rotating-records", secret).status()).isEqualTo(401);
    assertThat(token("rotating-records", fresh).status()).isEqualTo(200);
  }

  @Test
  void aClientNeverChangesForceAndItsSecretIsNeverWeak() {
    assertThatThrownBy(() -> clients.register(second.id(), "first-records", secret))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> clients.register(first.id(), "weak-records", "password"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(clients.forceOf("first-records")).contains(first.id());
    assertThat(clients.forceOf("weak-records")).isEmpty();
  }

  @Test
  void aTokenLivesForFiveMinutes() {
    var token = tokenOf("first-records", secret);
    clock.advance(Duration.ofMinutes(5).minusSeconds(5));
    assertThat(probe(token).status()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(20));
    assertThat(probe(token).status()).isEqualTo(401);
  }

  @Test
  void refusalsAreProblemDocuments() {
    var refused = wire.get(API, "/api/probe");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(json.readTree(refused.body()).get("type").asString()).isEqualTo("/problems/token");
  }

  @Test
  void theApiAnswersOnItsHostAloneAndNothingElseDoes() {
    var token = tokenOf("first-records", secret);
    for (var host : new String[] {SIGN_IN, "localhost", first.settings().host()}) {
      assertThat(wire.get(host, "/api/probe", "Authorization", "Bearer " + token).status())
          .as(host)
          .isEqualTo(404);
    }
    for (var path : new String[] {"/", "/sign-in", "/oauth2/token", "/cases", "/exit", "/error"}) {
      assertThat(wire.get(API, path).status()).as(path).isEqualTo(404);
    }
    assertThat(wire.get(first.settings().host(), "/oauth2/jwks").status()).isEqualTo(404);
    assertThat(wire.get(API, "/api/openapi").status()).isEqualTo(200);
  }

  @Test
  void noCookieIsSetAndNoSessionKept() {
    var answer = probe(tokenOf("first-records", secret));
    assertThat(answer.cookies()).isEmpty();
    assertThat(wire.cookies(API)).isEmpty();
  }

  private Page probe(String token) {
    return wire.get(API, "/api/probe", "Authorization", "Bearer " + token);
  }

  private String tokenOf(String client, String clientSecret) {
    var answer = token(client, clientSecret);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body()).get("access_token").asString();
  }

  private Page token(String client, String clientSecret) {
    return wire.post(
        SIGN_IN,
        "/oauth2/token",
        Map.of(
            "grant_type", "client_credentials",
            "client_id", client,
            "client_secret", clientSecret));
  }
}
