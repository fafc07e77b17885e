package uk.followmycase.robustness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A force's own system outside the product, which writes down what it was told of tasks. */
final class Listener implements AutoCloseable {

  private final HttpServer server;
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch answers = new CountDownLatch(0);
  private volatile Runnable afterwards = () -> {};

  Listener() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::hear);
    server.start();
  }

  /**
   * Something that it was told.
   *
   * @param id of the message, the same whenever it is told again
   * @param heard whether it said so
   */
  record Told(String id, String task, boolean heard) {}

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** Picks up, and says nothing, neither then nor when others are heard again. */
  void holds() {
    answers = new CountDownLatch(1);
  }

  /** Says that it has heard. */
  void hears() {
    afterwards = () -> {};
    answers.countDown();
  }

  /** Says that it has heard, and does something at that very moment. */
  void hearsAnd(Runnable then) {
    afterwards = then;
    answers.countDown();
  }

  List<Told> told() {
    return List.copyOf(told);
  }

  /** Ids of messages that it said it has heard. */
  Set<String> heard() {
    return told.stream()
        .filter(Told::heard)
        .map(Told::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Tasks of which it has heard. */
  Set<String> tasks() {
    return told.stream()
        .filter(Told::heard)
        .map(Told::task)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void hear(HttpExchange call) throws IOException {
    var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var task = JsonMapper.shared().readTree(body).get("data").get("task").asString();
    var id = call.getRequestHeaders().getFirst("webhook-id");
    var wait = answers;
    if (wait.getCount() > 0) {
      told.add(new Told(id, task, false));
      held(wait);
      call.close();
      return;
    }
    told.add(new Told(id, task, true));
    call.sendResponseHeaders(204, -1);
    call.close();
    afterwards.run();
  }

  private static void held(CountDownLatch wait) {
    try {
      wait.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    answers.countDown();
    server.stop(0);
  }
}
