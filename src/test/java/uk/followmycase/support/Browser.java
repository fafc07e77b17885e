package uk.followmycase.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Enough of a browser for tests of the wire: names the host it asks for, keeps cookies host by
 * host, follows redirects when told to.
 */
public final class Browser {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final int port;
  private final Map<String, Map<String, String>> cookies = new HashMap<>();

  /** A browser that has been nowhere. */
  public Browser(int port) {
    this.port = port;
  }

  /** What came back. */
  public record Page(String host, int status, Map<String, List<String>> headers, String body) {

    /** First value of a header; empty when it is absent. */
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of("")).getFirst();
    }

    /** All cookies set, as they were written. */
    public List<String> cookies() {
      return headers.getOrDefault("set-cookie", List.of());
    }
  }

  /** Asks for a page. */
  public Page get(String host, String path, String... headers) {
    return send(host, request(host, path, headers).GET().build());
  }

  /** Sends a form. */
  public Page post(String host, String path, Map<String, String> form, String... headers) {
    var body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        host,
        request(host, path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** Asks with any method and no body. */
  public Page ask(String method, String host, String path, String... headers) {
    return send(host, request(host, path, headers).method(method, BodyPublishers.noBody()).build());
  }

  /** Goes where a page sends, as often as it sends on, at most ten times. */
  public Page follow(Page page) {
    var at = page;
    for (var hop = 0; hop < 10 && at.status() / 100 == 3; hop++) {
      at = hop(at);
    }
    return at;
  }

  /** Goes where a page sends, once. */
  public Page hop(Page page) {
    var to = URI.create(page.header("Location"));
    var host = to.getHost() == null ? page.host() : to.getHost();
    return get(host, to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()));
  }

  /** The cookies held for a host. */
  public Map<String, String> cookies(String host) {
    return cookies.computeIfAbsent(host, unknown -> new LinkedHashMap<>());
  }

  private HttpRequest.Builder request(String host, String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Host", host + ":8080");
    if (!cookies(host).isEmpty()) {
      request.header(
          "Cookie",
          cookies(host).entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return headers.length == 0 ? request : request.headers(headers);
  }

  private Page send(String host, HttpRequest request) {
    try {
      var response = HTTP.send(request, BodyHandlers.ofString());
      response.headers().allValues("set-cookie").forEach(cookie -> keep(host, cookie));
      return page(host, response);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static Page page(String host, HttpResponse<String> response) {
    var headers = new TreeMap<String, List<String>>();
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values));
    return new Page(host, response.statusCode(), headers, response.body());
  }

  private void keep(String host, String written) {
    var first = written.split(";", 2)[0];
    var name = first.substring(0, first.indexOf('='));
    var value = first.substring(first.indexOf('=') + 1);
    if (value.isEmpty() || written.contains("Max-Age=0")) {
      cookies(host).remove(name);
    } else {
      cookies(host).put(name, value);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
