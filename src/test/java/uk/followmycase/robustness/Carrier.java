package uk.followmycase.robustness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.followmycase.robustness.Ledger.Taken;

/** The provider of all forces. It keeps a ledger, and does to its callers what a test wants. */
final class Carrier implements AutoCloseable {

  private static final int WAITING = 1_000;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Ledger ledger;
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final Queue<Carried> open = new ConcurrentLinkedQueue<>();
  private volatile Conduct conduct = Carrier::well;
  private volatile Predicate<String> unknown = number -> false;
  private volatile Consumer<Taken> afterwards = taken -> {};

  /** What it does with a call. Whoever returns without an answer hangs up. */
  interface Conduct {
    void with(Carried call) throws IOException;
  }

  /**
   * A call, over or not.
   *
   * @param answered whether its caller was told that what it brought was taken
   */
  record Call(UUID attempt, String instance, Instant from, Instant to, boolean answered) {}

  Carrier(Ledger ledger) throws IOException {
    this.ledger = ledger;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), WAITING);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  static void well(Carried call) throws IOException {
    call.take();
    call.accept();
  }

  /** Takes its time, so that there is work for two. */
  static void slowly(Carried call) throws IOException {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    well(call);
  }

  void behaves(Conduct how) {
    conduct = how;
  }

  /** Stops what it did, for all who call from now on. */
  void behavesWell() {
    conduct = Carrier::well;
  }

  /** Which numbers there are none of. */
  void refuses(Predicate<String> numbers) {
    unknown = numbers;
  }

  /** What becomes of whatever it takes. */
  void afterwards(Consumer<Taken> what) {
    afterwards = what;
  }

  /** By attempt; one attempt may call for several parts. */
  Map<UUID, List<Call>> calls() {
    return Stream.concat(calls.stream(), open.stream().map(Carried::over))
        .collect(Collectors.groupingBy(Call::attempt));
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("GET")) {
        var asked = exchange.getRequestURI().getQuery();
        var known = ledger.all().stream().filter(it -> asked.contains(it.reference())).findFirst();
        Carried.say(exchange, 200, Carried.known(known));
      } else {
        carry(Carried.read(exchange, ledger, afterwards));
      }
    }
  }

  private void carry(Carried call) throws IOException {
    open.add(call);
    try {
      if (unknown.test(call.to())) {
        call.refuse();
      } else {
        conduct.with(call);
      }
    } finally {
      calls.add(call.over());
      open.remove(call);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
