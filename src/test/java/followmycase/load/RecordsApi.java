package followmycase.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public API of one force, as a records system calls it: patiently, and again after a fault.
 */
final class RecordsApi {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int PATIENCE = 20;

  private final Options options;
  private final Credentials credentials;
  private final HttpClient http;
  private String token = "";

  RecordsApi(Options options, String force, HttpClient http) {
    this.options = options;
    this.credentials = Credentials.of(force, options.data());
    this.http = http;
  }

  /** Sends lines until each has its answer, and hands it on with its line, in order. */
  void stream(List<Line> lines, BiConsumer<Line, JsonNode> answer) throws InterruptedException {
    var answered = 0;
    for (var tries = 0; answered < lines.size(); tries++) {
      if (tries == PATIENCE) {
        throw new IllegalStateException(credentials + " cannot send on");
      }
      answered += once(lines.subList(answered, lines.size()), answer);
    }
  }

  /** What is held of a case. */
  JsonNode held(String reference) throws InterruptedException {
    var query = "?reference=" + URLEncoder.encode(reference, StandardCharsets.UTF_8);
    for (var tries = 0; tries < PATIENCE; tries++) {
      try {
        var response =
            http.send(call("/api/v1/case" + query).GET().build(), BodyHandlers.ofString());
        if (response.statusCode() == 200 || response.statusCode() == 404) {
          return JSON.readTree(response.body());
        }
        pause(response);
      } catch (IOException interrupted) {
        Thread.sleep(500);
      }
    }
    throw new IllegalStateException(credentials + " cannot read back");
  }

  /** How many of the lines were answered. */
  private int once(List<Line> lines, BiConsumer<Line, JsonNode> answer)
      throws InterruptedException {
    var body = lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    var request =
        call("/api/v1/stream")
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(body))
            .build();
    var answered = 0;
    try {
      var response = http.send(request, BodyHandlers.ofLines());
      if (response.statusCode() != 200) {
        pause(response);
        return 0;
      }
      try (Stream<String> answers = response.body()) {
        for (var text : (Iterable<String>) answers::iterator) {
          answer.accept(lines.get(answered), JSON.readTree(text));
          answered++;
        }
      }
    } catch (IOException | java.io.UncheckedIOException cut) {
      Thread.sleep(500);
    }
    return answered;
  }

  private HttpRequest.Builder call(String path) throws InterruptedException {
    if (token.isEmpty()) {
      token = token();
    }
    return request(options.apiHost(), path).header("Authorization", "Bearer " + token);
  }

  private String token() throws InterruptedException {
    var request =
        request(options.signInHost(), "/oauth2/token")
            .header("Authorization", credentials.basic())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(
            "No token for " + credentials + ": " + response.statusCode());
      }
      return JSON.readTree(response.body()).get("access_token").stringValue();
    } catch (IOException silent) {
      throw new NobodyAnswersException(options.at(), silent);
    }
  }

  private HttpRequest.Builder request(String host, String path) {
    var port = options.at().getPort();
    return HttpRequest.newBuilder(URI.create(options.at() + path))
        .header("Host", port < 0 ? host : host + ":" + port)
        .timeout(Duration.ofMinutes(2));
  }

  /** A token that ran out is fetched anew; whoever is told to wait waits. */
  private void pause(HttpResponse<?> response) throws InterruptedException {
    switch (response.statusCode()) {
      case 401 -> token = "";
      case 429, 503 ->
          Thread.sleep(
              Duration.ofSeconds(response.headers().firstValueAsLong("Retry-After").orElse(1)));
      default ->
          throw new IllegalStateException(
              credentials
                  + " is refused: "
                  + response.statusCode()
                  + " "
                  + response.request().uri().getPath());
    }
  }
}
