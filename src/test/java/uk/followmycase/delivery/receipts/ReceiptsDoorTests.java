package uk.followmycase.delivery.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import followmycase.platform.TestDatabase;
import followmycase.platform.TestDatabaseAutoConfiguration;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;

/** What providers may post, over the wire. One force sends by Amazon, another by Notify. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "followmycase.delivery.dispatch=false")
class ReceiptsDoorTests {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String SES = "/api/receipts/ses";
  private static final String NOTIFY = "/api/receipts/notify/thames-valley";
  static final SigningAmazon AMAZON = new SigningAmazon("sns.amazonaws.com");

  @Autowired Forces forces;
  @Autowired TestDatabaseAutoConfiguration.Name database;
  @LocalServerPort int port;

  private UUID attempt;

  @DynamicPropertySource
  static void forces(DynamicPropertyRegistry properties) {
    properties.add("followmycase.tenants", ReceiptsDoorTests::tenants);
    properties.add("followmycase.secrets.test.key", () -> "AKIAEXAMPLE");
    properties.add("followmycase.secrets.test.secret", () -> "a-secret");
    properties.add("followmycase.secrets.test.callback", () -> "a-callback-token");
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Signed {

    @Bean
    @Primary
    Amazon signingAmazon() {
      return AMAZON;
    }
  }

  @BeforeEach
  void attempt() {
    attempt = Handle.rowId();
  }

  @Test
  void aSignedEventIsHeardOnceAndInTheForceItNames() throws Exception {
    sentBy("humberside");
    var posted = AMAZON.notification(event("Delivery", "humberside"));
    assertThat(ses(posted)).isEqualTo(204);
    assertThat(ses(posted)).isEqualTo(204);
    assertThat(words()).containsExactly("DELIVERED");
  }

  @ParameterizedTest
  @CsvSource({
    "Delivery, DELIVERED",
    "DeliveryDelay, TEMPORARY",
    "Bounce, PERMANENT",
    "Complaint, COMPLAINT",
  })
  void everyEventHasItsWord(String type, String word) throws Exception {
    sentBy("humberside");
    assertThat(ses(AMAZON.notification(event(type, "humberside")))).isEqualTo(204);
    assertThat(words()).containsExactly(word);
  }

  /** SES has given up by then, however passing the cause. */
  @Test
  void aPassingBounceIsTheLastWordAllTheSame() throws Exception {
    sentBy("humberside");
    var said = event("Bounce", "humberside").replace("Permanent", "Transient");
    assertThat(ses(AMAZON.notification(said))).isEqualTo(204);
    assertThat(words()).containsExactly("UNDELIVERED");
  }

  @Test
  void anEventSignedBySha1IsRefused() throws Exception {
    sentBy("humberside");
    var posted = AMAZON.byTheOldWay(AMAZON.notification(event("Complaint", "humberside")));
    assertThat(ses(posted)).isEqualTo(403);
    assertThat(words()).isEmpty();
  }

  @Test
  void aForgedEventIsRefused() throws Exception {
    sentBy("humberside");
    var posted = AMAZON.notification(event("Delivery", "humberside"));
    posted.put("Message", event("Complaint", "humberside"));
    assertThat(ses(posted)).isEqualTo(403);
    var other = new SigningAmazon("sns.amazonaws.com");
    assertThat(ses(other.notification(event("Delivery", "humberside")))).isEqualTo(403);
    assertThat(words()).isEmpty();
  }

  @Test
  void aTopicSpeaksOnlyForForcesThatNameIt() throws Exception {
    sentBy("thames-valley");
    assertThat(ses(AMAZON.notification(event("Delivery", "thames-valley")))).isEqualTo(204);
    assertThat(words()).isEmpty();
    var posted = AMAZON.notification(event("Delivery", "humberside"));
    posted.put("TopicArn", "arn:aws:sns:eu-west-2:210987654321:receipts");
    assertThat(ses(posted)).isEqualTo(403);
  }

  /** Nothing more of it is read than its head. */
  @Test
  void ofATopicThatNobodyNamesNothingIsRead() throws Exception {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(5_000);
      var head =
          """
          POST %s HTTP/1.1
          Host: api.localhost:8080
          Content-Type: text/plain
          x-amz-sns-topic-arn: arn:aws:sns:eu-west-2:210987654321:theirs
          Content-Length: 2000

          {"""
              .formatted(SES)
              .replace("\n", "\r\n");
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      var answer = socket.getInputStream().readNBytes(12);
      assertThat(answer).asString(StandardCharsets.US_ASCII).isEqualTo("HTTP/1.1 403");
    }
  }

  @Test
  void whatMakesNoSenseDoesNoHarm() throws Exception {
    assertThat(ses(AMAZON.notification("no event"))).isEqualTo(204);
    assertThat(ses(AMAZON.notification("{\"eventType\":\"Open\"}"))).isEqualTo(204);
    assertThat(post(SES, "no message", "")).isEqualTo(400);
    assertThat(post(SES, "", "")).isEqualTo(400);
    assertThat(post(SES, "null", "")).isEqualTo(400);
  }

  @Test
  void aSubscriptionIsConfirmedAtAmazonsOwnAddressAlone() throws Exception {
    var address = "https://sns.eu-west-2.amazonaws.com/?Action=ConfirmSubscription&Token=2336";
    assertThat(ses(AMAZON.confirmation(address))).isEqualTo(204);
    assertThat(AMAZON.asked()).contains(URI.create(address));
    assertThat(ses(AMAZON.confirmation("https://example.org/?Token=1"))).isEqualTo(403);
    assertThat(AMAZON.asked()).noneMatch(asked -> "example.org".equals(asked.getHost()));
  }

  @ParameterizedTest
  @CsvSource({
    "delivered, DELIVERED",
    "permanent-failure, PERMANENT",
    "temporary-failure, UNDELIVERED",
    "technical-failure, UNDELIVERED"
  })
  void notifyIsHeardUnderTheForcesToken(String status, String word) throws Exception {
    sentBy("thames-valley");
    assertThat(post(NOTIFY, callback(status), "a-callback-token")).isEqualTo(204);
    assertThat(post(NOTIFY, callback(status), "a-callback-token")).isEqualTo(204);
    assertThat(words()).containsExactly(word);
  }

  @ParameterizedTest
  @CsvSource({SES + ", 413", NOTIFY + ", 403"})
  void aBodyWithoutEndIsRefusedBeforeItsEnd(String path, int status) throws Exception {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(5_000);
      var head =
          "POST %s HTTP/1.1\r\nHost: api.localhost:8080\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n{"
              .formatted(path, 1L << 30);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      var answer = socket.getInputStream().readNBytes(12);
      assertThat(answer).asString(StandardCharsets.US_ASCII).isEqualTo("HTTP/1.1 " + status);
    }
  }

  @Test
  void moreThanAReceiptIsNotRead() throws Exception {
    assertThat(post(SES, "x".repeat(Posted.LONGEST + 1), "")).isEqualTo(413);
    assertThat(post(NOTIFY, "x".repeat(Posted.LONGEST + 1), "a-callback-token")).isEqualTo(413);
  }

  @Test
  void nobodyElseIsHeardAsNotify() throws Exception {
    sentBy("thames-valley");
    assertThat(post(NOTIFY, callback("delivered"), "another")).isEqualTo(403);
    assertThat(post(NOTIFY, callback("delivered"), "")).isEqualTo(403);
    for (var path : List.of("/api/receipts/notify/humberside", "/api/receipts/notify/nowhere")) {
      assertThat(post(path, callback("delivered"), "a-callback-token")).isEqualTo(403);
    }
    assertThat(words()).isEmpty();
  }

  private int ses(Map<String, String> posted) throws IOException, InterruptedException {
    return post(SES, JsonMapper.shared().writeValueAsString(posted), "");
  }

  private int post(String path, String body, String token)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Host", "api.localhost:8080")
            .header("Content-Type", "text/plain; charset=UTF-8")
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.discarding()).statusCode();
  }

  private String event(String type, String force) {
    return """
        {"eventType": "%s", "mail": {"timestamp": "2026-05-02T00:54:06.655Z",
          "destination": ["canary@example.org"],
          "tags": {"attempt": ["%s"], "force": ["%s"], "ses:from-domain": ["example.org"]}},
         "bounce": {"bounceType": "Permanent", "timestamp": "2026-05-02T00:54:07.000Z",
          "bouncedRecipients": [{"emailAddress": "canary@example.org"}]}}
        """
        .formatted(type, attempt, force);
  }

  private String callback(String status) {
    return """
        {"id": "740e5834-3a29-46b4-9a6f-16142fde533a", "reference": "%s-0",
         "to": "+447700900123", "status": "%s", "created_at": "2026-05-02T00:54:06.655Z",
         "completed_at": "2026-05-02T00:55:06.655Z", "notification_type": "sms"}
        """
        .formatted(attempt, status);
  }

  private void sentBy(String slug) {
    var force = forces.bySlug(slug).orElseThrow().id().value();
    var notice = Handle.rowId();
    superuser()
        .sql(
            """
            with notice as (
              insert into police.notice (force_id, id, kind, about, channel, revision, state,
                queued_at, due_at, expires_at, ended_at)
              values (:force, :notice, 'CODE', :notice, 'EMAIL', 1, 'HANDED_OVER', now(), now(),
                now(), now()))
            insert into police.delivery_attempt (force_id, id, notice_id, token, channel, provider,
              possible_duplicate, begun_at, ended_at, outcome)
            values (:force, :attempt, :notice, 1, 'EMAIL', 'ses', false, now(), now(), 'ACCEPTED')
            """)
        .param("force", force)
        .param("notice", notice)
        .param("attempt", attempt)
        .update();
  }

  private List<String> words() {
    return superuser()
        .sql("select word from police.delivery_receipt where attempt_id = ?")
        .param(attempt)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private JdbcClient superuser() {
    return JdbcClient.create(
        new DriverManagerDataSource(
            TestDatabase.url(database.value(), "postgres"), "postgres", ""));
  }

  private static String tenants() {
    try {
      var tenants = Files.createTempDirectory("tenants");
      FileSystemUtils.copyRecursively(Path.of("tenants"), tenants);
      var amazon =
          "provider: ses, sender: no-reply@example.org, settings: {region: eu-west-2,"
              + " accessKey: property:test.key, secretKey: property:test.secret, receiptsTopic: \""
              + SigningAmazon.TOPIC
              + "\"}";
      var notify =
          "provider: notify, sender: Police, settings: {apiKey: property:test.secret,"
              + " template: 740e5834-3a29-46b4-9a6f-16142fde533a,"
              + " callbackToken: property:test.callback}";
      replace(tenants.resolve("humberside/force.yaml"), "  email: ", amazon);
      replace(tenants.resolve("thames-valley/force.yaml"), "  text: ", notify);
      return tenants.toString();
    } catch (IOException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }

  private static void replace(Path file, String channel, String sender) throws IOException {
    var text = Files.readString(file);
    Files.writeString(
        file, text.replaceFirst("(?m)^" + channel + "\\{.*\\}$", channel + "{" + sender + "}"));
  }
}
