package uk.followmycase.cases.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A force's own system, of the tests' making: it hears everything, and answers as it is told to.
 */
final class Receiver implements AutoCloseable {

  private final HttpServer server;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final AtomicReference<Manner> manner = new AtomicReference<>(Manner.HEARS);
  private final CountDownLatch closed = new CountDownLatch(1);

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** How it answers. */
  enum Manner {
    HEARS,
    FAILS,
    STALLS,
    REDIRECTS,
    HANGS_UP
  }

  /** What it was told. */
  record Heard(String path, Map<String, List<String>> headers, String body) {

    String id() {
      return headers.getOrDefault("Webhook-id", List.of("")).getFirst();
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  void now(Manner other) {
    manner.set(other);
  }

  List<Heard> heard() {
    return List.copyOf(heard);
  }

  void forget() {
    heard.clear();
  }

  private void answer(HttpExchange call) throws IOException {
    var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var now = manner.get();
    heard.add(
        new Heard(call.getRequestURI().getPath(), Map.copyOf(call.getRequestHeaders()), body));
    switch (now) {
      case HEARS -> call.sendResponseHeaders(204, -1);
      case FAILS -> call.sendResponseHeaders(500, -1);
      case REDIRECTS -> {
        call.getResponseHeaders().set("Location", url() + "/elsewhere");
        call.sendResponseHeaders(307, -1);
      }
      case STALLS -> stall();
      case HANGS_UP -> throw new IOException("gone");
    }
    call.close();
  }

  private void stall() {
    try {
      closed.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
