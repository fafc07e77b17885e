package uk.followmycase.robustness;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.robustness.Ledger.Taken;

/** One call of a provider, and what it may do with it: Amazon SES for e-mails, Notify for texts. */
final class Carried {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final UUID SOME = UUID.fromString("11111111-2222-3333-4444-555555555555");

  private final HttpExchange exchange;
  private final Ledger ledger;
  private final Taken message;
  private final boolean email;

  private Carried(HttpExchange exchange, Ledger ledger, Taken message, boolean email) {
    this.exchange = exchange;
    this.ledger = ledger;
    this.message = message;
    this.email = email;
  }

  static Carried read(HttpExchange exchange, Ledger ledger) throws IOException {
    var email = exchange.getRequestURI().getPath().startsWith("/v2/email");
    var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
    var instance = Instances.caller(exchange.getRequestHeaders().getFirst("Authorization"));
    return new Carried(
        exchange, ledger, email ? email(body, instance) : text(body, instance), email);
  }

  private static Taken email(JsonNode body, String instance) {
    return new Taken(
        UUID.fromString(body.at("/EmailTags/0/Value").asString()),
        instance,
        body.at("/Destination/ToAddresses/0").asString(),
        body.at("/Content/Simple/Body/Text/Data").asString());
  }

  /** Notify's reference is the attempt with the number of its part. */
  private static Taken text(JsonNode body, String instance) {
    var reference = body.at("/reference").asString();
    return new Taken(
        UUID.fromString(reference.substring(0, reference.lastIndexOf('-'))),
        instance,
        body.at("/phone_number").asString(),
        body.at("/personalisation/message").asString());
  }

  String instance() {
    return message.instance();
  }

  /** From here on it is the provider's to carry. */
  void take() throws IOException {
    ledger.note(message);
  }

  void accept() throws IOException {
    say(email ? 200 : 201, accepted());
    exchange.close();
  }

  /** Says only half of what it wanted to. */
  void breakOff() throws IOException {
    var bytes = accepted().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(email ? 200 : 201, bytes.length);
    exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
    exchange.getResponseBody().flush();
  }

  void throttle() throws IOException {
    exchange.getResponseHeaders().add("X-Amzn-ErrorType", "TooManyRequestsException");
    say(429, "{\"message\": \"slow down\", \"errors\": [{\"error\": \"RateLimitError\"}]}");
  }

  void fail(int status) throws IOException {
    say(status, "{\"message\": \"failed\"}");
  }

  private String accepted() {
    return email
        ? "{\"MessageId\": \"%s\"}".formatted(message.attempt())
        : """
          {"id": "%1$s", "reference": "r", "uri": "u", "content": {"body": "b", "from_number": "A"},
           "template": {"id": "%1$s", "version": 1, "uri": "u"}}"""
            .formatted(SOME);
  }

  private void say(int status, String body) throws IOException {
    say(exchange, status, body);
  }

  static void say(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.getResponseBody().flush();
  }

  /** What Notify says of a reference that it knows, or does not. */
  static String known(boolean known) {
    var one =
        """
        {"id": "%1$s", "reference": "r", "type": "sms", "template": {"id": "%1$s", "version": 1, "uri": "u"},
         "body": "b", "status": "created", "created_at": "2026-01-01T00:00:00Z", "is_cost_data_ready": false, "cost_details": {}}"""
            .formatted(SOME);
    return "{\"links\": {\"current\": \"u\"}, \"notifications\": [%s]}".formatted(known ? one : "");
  }
}
