package uk.followmycase.delivery.receipts;

import followmycase.platform.TestDatabase;
import followmycase.platform.TestDatabaseAutoConfiguration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;

/** The door over the wire. One force sends by Amazon, another by Notify. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "followmycase.delivery.dispatch=false")
@Import(ReceiptsDoor.Signed.class)
abstract class ReceiptsDoor {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  static final String SES = "/api/receipts/ses";
  static final String NOTIFY = "/api/receipts/notify/thames-valley";
  static final SigningAmazon AMAZON = new SigningAmazon("sns.amazonaws.com");

  @Autowired Forces forces;
  @Autowired TestDatabaseAutoConfiguration.Name database;
  @LocalServerPort int port;

  private UUID attempt;

  @DynamicPropertySource
  static void forces(DynamicPropertyRegistry properties) {
    properties.add("followmycase.tenants", ReceiptsDoor::tenants);
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

  int ses(Map<String, String> posted) throws IOException, InterruptedException {
    return post(SES, JsonMapper.shared().writeValueAsString(posted), "");
  }

  int post(String path, String body, String token) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Host", "api.localhost:8080")
            .header("Content-Type", "text/plain; charset=UTF-8")
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.discarding()).statusCode();
  }

  String event(String type, String force) {
    return """
        {"eventType": "%s", "mail": {"timestamp": "2026-05-02T00:54:06.655Z",
          "destination": ["canary@example.org"],
          "tags": {"attempt": ["%s"], "force": ["%s"], "ses:from-domain": ["example.org"]}},
         "bounce": {"bounceType": "Permanent", "timestamp": "2026-05-02T00:54:07.000Z",
          "bouncedRecipients": [{"emailAddress": "canary@example.org"}]}}
        """
        .formatted(type, attempt, force);
  }

  String callback(String status) {
    return """
        {"id": "740e5834-3a29-46b4-9a6f-16142fde533a", "reference": "%s-0",
         "to": "+447700900123", "status": "%s", "created_at": "2026-05-02T00:54:06.655Z",
         "completed_at": "2026-05-02T00:55:06.655Z", "notification_type": "sms"}
        """
        .formatted(attempt, status);
  }

  void sentBy(String slug) {
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

  List<String> words() {
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
