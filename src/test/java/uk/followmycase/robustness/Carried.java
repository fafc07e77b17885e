package uk.followmycase.robustness;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
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
  private final Consumer<Taken> afterwards;
  private boolean answered;

  private Carried(HttpExchange exchange, Ledger ledger, Taken message, Consumer<Taken> afterwards) {
    this.exchange = exchange;
    this.ledger = ledger;
    this.message = message;
    this.afterwards = afterwards;
  }

  /**
   * Reads what is to be carried.
   *
   * @param afterwards what becomes of it once it was taken
   */
  static Carried read(HttpExchange exchange, Ledger ledger, Consumer<Taken> afterwards)
      throws IOException {
    var at = Instant.now();
    var email = exchange.getRequestURI().getPath().startsWith("/v2/email");
    var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
    var instance = Instances.caller(exchange.getRequestHeaders().getFirst("Authorization"));
    var message = email ? email(body, instance, at) : text(body, instance, at);
    return new Carried(exchange, ledger, message, afterwards);
  }

  private static Taken email(JsonNode body, String instance, Instant at) {
    return new Taken(
        UUID.fromString(body.at("/EmailTags/0/Value").asString()),
        0,
        instance,
        body.at("/Destination/ToAddresses/0").asString(),
        body.at("/Content/Simple/Body/Text/Data").asString(),
        at);
  }

  /** Notify's reference is the attempt with the number of its part. */
  private static Taken text(JsonNode body, String instance, Instant at) {
    var reference = body.at("/reference").asString();
    var end = reference.lastIndexOf('-');
    return new Taken(
        UUID.fromString(reference.substring(0, end)),
        Integer.parseInt(reference.substring(end + 1)),
        instance,
        body.at("/phone_number").asString(),
        body.at("/personalisation/message").asString(),
        at);
  }

  String instance() {
    return message.instance();
  }

  String to() {
    return message.to();
  }

  /** From here on it is the provider's to carry. */
  void take() throws IOException {
    ledger.note(message);
    afterwards.accept(message);
  }

  void accept() throws IOException {
    say(message.email() ? 200 : 201, accepted());
    exchange.close();
    answered = true;
  }

  /** There is no such number. */
  void refuse() throws IOException {
    say(400, "{\"errors\": [{\"error\": \"ValidationError\", \"message\": \"phone_number\"}]}");
  }

  /** What it came to until now. */
  Carrier.Call over() {
    return new Carrier.Call(
        message.attempt(), message.instance(), message.at(), Instant.now(), answered);
  }

  /** Says only half of what it wanted to. */
  void breakOff() throws IOException {
    var bytes = accepted().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(message.email() ? 200 : 201, bytes.length);
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
    return message.email()
        ? "{\"MessageId\": \"%s\"}".formatted(message.attempt())
        : """
          {"id": "%1$s", "reference": "r", "uri": "u", "content": {"body": %2$s, "from_number": "A"},
           "template": {"id": "%1$s", "version": 1, "uri": "u"}}"""
            .formatted(SOME, JSON.writeValueAsString(message.text()));
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
  static String known(Optional<Taken> known) {
    var one = known.map(Carried::known).orElse("");
    return "{\"links\": {\"current\": \"u\"}, \"notifications\": [%s]}".formatted(one);
  }

  private static String known(Taken known) {
    return """
        {"id": "%1$s", "reference": "r", "type": "sms", "template": {"id": "%1$s", "version": 1, "uri": "u"},
         "body": %2$s, "status": "created", "created_at": "2026-01-01T00:00:00Z", "is_cost_data_ready": false, "cost_details": {}}"""
        .formatted(SOME, JSON.writeValueAsString(known.text()));
  }
}
