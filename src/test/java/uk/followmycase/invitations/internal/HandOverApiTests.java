package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.identity.MachineClients;
import uk.followmycase.invitations.Invitations.Tried;
import uk.followmycase.support.MovableClock;
import uk.followmycase.tenancy.keys.Digests;

/** The records API's way to a code. */
@InvitationTest
class HandOverApiTests {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort int port;
  @Autowired Victims victims;
  @Autowired MachineClients clients;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;
  @Autowired MovableClock clock;

  private final String secret = Digests.token();

  @BeforeEach
  void register() {
    clock.advanceToNoon();
    clients.register(victims.force(Victims.STRICT).id(), "strict-records", secret);
    clients.register(victims.force(Victims.STANDARD).id(), "standard-records", secret);
  }

  @Test
  void aCodeIsToldOnceAndOpensTheInvitation() {
    var victim = victims.strictlyInvited();
    var answer = ask("strict-records", victim);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    var code = body(answer).get("code").asString();
    assertThat(code).matches("(\\w{4}-){2}\\w{4}");
    assertThat(body(answer).get("goodUntil").asString()).endsWith("Z");
    assertThat(victim.follow(victim.link()).type(code)).isEqualTo(Tried.RIGHT);
    assertThat(disclosures(victim))
        .containsExactly(
            Map.of(
                "actor_kind", "RECORDS_SYSTEM",
                "actor_id", "strict-records",
                "category", "DISCLOSURE",
                "recipient", victim.id().value()));
  }

  @Test
  void aReferenceIsReadInAnyWayOfWritingIt() {
    var victim = victims.strictlyInvited();
    var spaced =
        victim.reference().toLowerCase(java.util.Locale.ROOT).replaceFirst("(.{4})", "$1 ");
    assertThat(ask("strict-records", spaced, victim.sourceId()).statusCode()).isEqualTo(200);
  }

  @Test
  void refusalsSayWhatToDo() {
    var victim = victims.strictlyInvited();
    refused(ask("strict-records", victim.reference(), "nobody"), 404, "/problems/unknown-person");
    refused(ask("strict-records", "C0000000", victim.sourceId()), 404, "/problems/unknown-person");
    refused(
        ask("strict-records", "no reference", victim.sourceId()), 404, "/problems/unknown-person");
    refused(ask("strict-records", victim.closed().tell()), 409, "/problems/not-invited");
    refused(ask("standard-records", victims.invited()), 409, "/problems/code-not-handed-over");
  }

  @Test
  void anotherForcesPersonDoesNotExist() {
    refused(ask("standard-records", victims.strictlyInvited()), 404, "/problems/unknown-person");
  }

  @Test
  void withoutATokenThereIsNothing() {
    assertThat(send("{}", "Bearer " + Digests.token()).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"sourceId": "N-1"}                                     | 422 | /reference | Missing
          {"reference": "C0123456", "sourceId": ""}               | 422 | /sourceId  | Empty or too long
          {"reference": "C0123456", "sourceId": "N-1", "name": 1} | 422 | /name      | Unknown field
          {"reference": {}, "sourceId": "N-1"}                    | 422 | /reference | Not text
          {"reference":                                           | 400 |            |
          []                                                      | 400 |            |
          """)
  void faultsArePointedAt(String body, int status, String pointer, String detail) {
    var answer = send(body, "Bearer " + token("strict-records"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    if (pointer != null) {
      var fault = body(answer).get("errors").get(0);
      assertThat(fault.get("pointer").asString()).isEqualTo(pointer);
      assertThat(fault.get("detail").asString()).isEqualTo(detail);
    }
  }

  @Test
  void aBodyIsReadNoFurtherThanItsFieldsCanNeed() {
    var endless = "{\"reference\": \"" + "C".repeat(5_000) + "\"}";
    refused(send(endless, "Bearer " + token("strict-records")), 413, "/problems/too-large");
  }

  @Test
  void nobodyTakesTheLineOfThoseWhoSignIn() {
    clients.register(victims.force(Victims.STRICT).id(), "hasty-records", secret);
    var bearer = "Bearer " + token("hasty-records");
    var answers = Stream.generate(() -> send("{}", bearer)).limit(300);
    var refused = answers.filter(answer -> answer.statusCode() == 429).findFirst().orElseThrow();
    refused(refused, 429, "/problems/too-many-requests");
    assertThat(refused.headers().firstValueAsLong("Retry-After")).hasValue(1);
  }

  private void refused(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(body(answer).get("type").asString()).isEqualTo(type);
    assertThat(body(answer).get("detail").asString()).isNotBlank();
  }

  private HttpResponse<String> ask(String client, Victim victim) {
    return ask(client, victim.reference(), victim.sourceId());
  }

  private HttpResponse<String> ask(String client, String reference, String sourceId) {
    return send(
        json.writeValueAsString(Map.of("reference", reference, "sourceId", sourceId)),
        "Bearer " + token(client));
  }

  private HttpResponse<String> send(String body, String token) {
    return send(
        request("api.localhost", "/api/v1/cases/people/hand-over-code")
            .header("Authorization", token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private String token(String client) {
    var form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(client, URLEncoder.encode(secret, StandardCharsets.UTF_8));
    var answer =
        send(
            request("sign-in.localhost", "/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    return body(answer).get("access_token").asString();
  }

  private HttpRequest.Builder request(String host, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Host", host + ":8080");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private JsonNode body(HttpResponse<String> answer) {
    return json.readTree(answer.body());
  }

  private List<Map<String, @Nullable Object>> disclosures(Victim victim) {
    return victims.inTransaction(
        victim.force(),
        () ->
            jdbc.sql(
                    """
                    select actor_kind, actor_id, category, recipient from police.audit_entry
                    where action = 'HAND_OVER_CODE_MADE' and recipient = ?""")
                .param(victim.id().value())
                .query()
                .listOfRows());
  }
}
