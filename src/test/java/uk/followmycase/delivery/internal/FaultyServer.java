package uk.followmycase.delivery.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A provider that does everything wrong that one can do over HTTP. */
final class FaultyServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile HttpHandler script = exchange -> {};
  private volatile String known = "";

  FaultyServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      seen.add(
          exchange.getRequestURI()
              + " "
              + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      if (exchange.getRequestMethod().equals("GET")) {
        say(exchange, 200, known);
      } else {
        script.handle(exchange);
      }
    }
  }

  /** What it answers whoever only asks. */
  void knows(String body) {
    known = body;
  }

  private static void say(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Path and body of every request. */
  List<String> seen() {
    return List.copyOf(seen);
  }

  /** Answers, with headers as {@code name, value, …}. */
  void answers(int status, String body, String... headers) {
    script =
        exchange -> {
          for (var i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
          }
          say(exchange, status, body);
        };
  }

  /** Takes the request, and never says a word. */
  void stalls() {
    script =
        exchange -> {
          try {
            closing.await();
          } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
          }
        };
  }

  /** Takes the request, and hangs up. */
  void hangsUp() {
    script = exchange -> {};
  }

  /** Breaks off in the middle of its answer. */
  void truncates(int status, String body) {
    script =
        exchange -> {
          var bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
          exchange.getResponseBody().flush();
        };
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
