package uk.followmycase.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.identity.MachineClients;
import uk.followmycase.identity.MachineClients.Scope;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.keys.Digests;

/** A force's records system that calls the API over the wire. */
public final class RecordsSystem {

  private static final String HOST = "api.localhost:8080";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();

  private final int port;
  private final String token;

  /** Registers a client of a force and gets a token for it. */
  public RecordsSystem(int port, MachineClients clients, ForceId force, String client) {
    this(port, clients, force, client, Set.of(Scope.RECORDS));
  }

  /** The same for a client that may do other things. */
  public RecordsSystem(
      int port, MachineClients clients, ForceId force, String client, Set<Scope> scopes) {
    this.port = port;
    var secret = Digests.token();
    clients.register(force, client, secret, scopes);
    var form =
        Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret);
    var answer = new Browser(port).post("sign-in.localhost", "/oauth2/token", form);
    this.token = JSON.readTree(answer.body()).get("access_token").asString();
  }

  /** What came back. */
  public record Answer(int status, String type, String retryAfter, String body) {

    /** The body as JSON. */
    public JsonNode json() {
      return JSON.readTree(body);
    }

    /** The lines of a stream's answer. */
    public List<JsonNode> lines() {
      return body.lines().map(JSON::readTree).toList();
    }

    /** Type of the problem, or the result of what was stored. */
    public String said() {
      var json = json();
      return json.has("type") ? json.get("type").asString() : json.get("result").asString();
    }
  }

  /** Puts a case. */
  public Answer put(String body, String... headers) {
    return send("PUT", "/api/v1/case", "application/json", BodyPublishers.ofString(body), headers);
  }

  /** Posts JSON. */
  public Answer post(String path, String body, String... headers) {
    return send("POST", path, "application/json", BodyPublishers.ofString(body), headers);
  }

  /** Streams lines. */
  public Answer stream(String lines) {
    return stream(BodyPublishers.ofString(lines));
  }

  /** Streams whatever the publisher has. */
  public Answer stream(BodyPublisher lines) {
    return send("POST", "/api/v1/stream", "application/x-ndjson", lines);
  }

  /** Asks. */
  public Answer get(String path) {
    return send(request(path).GET().build());
  }

  /** Sends anything. */
  public Answer send(
      String method, String path, String type, BodyPublisher body, String... headers) {
    var request = request(path).header("Content-Type", type).method(method, body);
    return send((headers.length == 0 ? request : request.headers(headers)).build());
  }

  /** For those who write to the socket themselves. */
  public String token() {
    return token;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Host", HOST)
        .header("Authorization", "Bearer " + token);
  }

  private static Answer send(HttpRequest request) {
    try {
      return answer(HTTP.send(request, BodyHandlers.ofString()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static Answer answer(HttpResponse<String> response) {
    var headers = response.headers();
    return new Answer(
        response.statusCode(),
        headers.firstValue("Content-Type").orElse(""),
        headers.firstValue("Retry-After").orElse(""),
        response.body());
  }
}
