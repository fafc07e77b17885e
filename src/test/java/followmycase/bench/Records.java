package followmycase.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What the records systems of a world send, ready for the wire. */
final class Records {

  /** Well before a token ends. */
  private static final Duration FRESH = Duration.ofMinutes(3);

  private static final Pattern BEARER = Pattern.compile("\"access_token\":\"([^\"]+)\"");

  private final int port;
  private final Properties secrets = new Properties();
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  private record Token(String bearer, long fetched) {}

  Records(int port, Path home) {
    this.port = port;
    try (var reader = Files.newBufferedReader(home.resolve("demo-clients.properties"))) {
      secrets.load(reader);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Fetches tokens for all, so that nobody waits for one while being measured. */
  void greet(List<String> forces) {
    forces.forEach(this::token);
  }

  /** Adds one update, as a records system does that wants to be sure. */
  byte[] update(String force, String body, String key) {
    return request(
        force, "/api/v1/updates", "application/json", "Idempotency-Key: " + key + "\r\n", body);
  }

  /** Many lines in one call. */
  byte[] stream(String force, List<String> lines) {
    var body = String.join("\n", lines) + "\n";
    return request(force, "/api/v1/stream", "application/x-ndjson", "", body);
  }

  /** Every line has to be accepted. */
  static void check(Wire.Answer answer, int lines) {
    var accepted = answer.text().lines().filter(line -> line.contains("\"accepted\"")).count();
    if (answer.status() != 200 || accepted != lines) {
      throw new IllegalStateException(answer.status() + " " + answer.text());
    }
  }

  private byte[] request(String force, String path, String type, String more, String body) {
    var bearer = token(force).bearer();
    var head = "Content-Type: " + type + "\r\nAuthorization: Bearer " + bearer + "\r\n" + more;
    return Wire.request(
        "POST " + path, "api.localhost:" + port, head, body.getBytes(StandardCharsets.UTF_8));
  }

  private Token token(String force) {
    return tokens.compute(force, (name, old) -> isFresh(old) ? old : fetched(name));
  }

  private static boolean isFresh(@org.jspecify.annotations.Nullable Token token) {
    return token != null && System.nanoTime() - token.fetched() < FRESH.toNanos();
  }

  private Token fetched(String force) {
    var client = force + "-records";
    var pair = client + ":" + secrets.getProperty(client);
    var basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    var head =
        "Content-Type: application/x-www-form-urlencoded\r\nAuthorization: Basic " + basic + "\r\n";
    var body = "grant_type=client_credentials".getBytes(StandardCharsets.UTF_8);
    try (var wire = new Wire(port)) {
      var answer =
          wire.send(Wire.request("POST /oauth2/token", "sign-in.localhost:" + port, head, body));
      var bearer = BEARER.matcher(answer.text());
      if (!bearer.find()) {
        throw new IllegalStateException("No token: " + answer.status() + " " + answer.text());
      }
      return new Token(bearer.group(1), System.nanoTime());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
