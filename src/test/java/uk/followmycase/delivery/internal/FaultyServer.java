package uk.followmycase.delivery.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A provider that does everything wrong that one can do over HTTP. */
final class FaultyServer implements AutoCloseable {

  /** Takes the request, and hangs up. */
  static final Script HANG_UP = (exchange, body) -> {};

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
  private final Set<InetSocketAddress> callers = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Script script = HANG_UP;
  private volatile String known = "";

  FaultyServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** One that stands as long as the tests run. */
  static FaultyServer forAllTests() {
    try {
      return new FaultyServer();
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      seen.add(exchange.getRequestURI() + " " + body);
      callers.add(exchange.getRemoteAddress());
      if (exchange.getRequestMethod().equals("GET")) {
        say(exchange, 200, known);
      } else {
        script.answer(exchange, body);
      }
    }
  }

  /** What it does with a request. */
  interface Script {

    void answer(HttpExchange exchange, String body) throws IOException;
  }

  void does(Script what) {
    script = what;
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

  /** How many connections brought requests. */
  int connections() {
    return callers.size();
  }

  /** Answers, with headers as {@code name, value, …}. */
  void answers(int status, String body, String... headers) {
    script = answer(status, body, headers);
  }

  static Script answer(int status, String body, String... headers) {
    return (exchange, request) -> {
      for (var i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      say(exchange, status, body);
    };
  }

  /** Takes the request, and never says a word. */
  void stalls() {
    script =
        (exchange, body) -> {
          try {
            closing.await();
          } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
          }
        };
  }

  /** Takes the request, and hangs up. */
  void hangsUp() {
    script = HANG_UP;
  }

  /** Breaks off in the middle of its answer. */
  void truncates(int status, String body) {
    script = truncation(status, body);
  }

  static Script truncation(int status, String body) {
    return (exchange, request) -> {
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
