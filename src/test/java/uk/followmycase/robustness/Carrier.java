package uk.followmycase.robustness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The provider of all forces. It keeps a ledger, and does to its callers what a test wants. */
final class Carrier implements AutoCloseable {

  private static final int WAITING = 1_000;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Ledger ledger;
  private volatile Conduct conduct = Carrier::well;

  /** What it does with a call. Whoever returns without an answer hangs up. */
  interface Conduct {
    void with(Carried call) throws IOException;
  }

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

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("GET")) {
        var asked = exchange.getRequestURI().getQuery();
        var known = ledger.all().stream().anyMatch(it -> asked.contains(it.attempt().toString()));
        Carried.say(exchange, 200, Carried.known(known));
      } else {
        conduct.with(Carried.read(exchange, ledger));
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
