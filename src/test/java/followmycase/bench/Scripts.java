package followmycase.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** The straight SQL of a world's requests, told from the log of its own PostgreSQL. */
final class Scripts {

  /** Long enough to see all that the product does by itself. */
  private static final Duration IDLE = Duration.ofSeconds(8);

  private Scripts() {}

  /** Of the pages of the first so many cases. */
  static List<Script> pages(World world, int cases) throws IOException {
    return recorded(world, cases, n -> again -> world.cases().get(n).page());
  }

  /** Of one update of each of the first so many cases. */
  static List<Script> updates(World world, int cases) throws IOException {
    return recorded(world, cases, n -> again -> Workloads.update(world, n));
  }

  /** Of so many calls of a stream, each of so many lines and of other cases. */
  static List<Script> streams(World world, int calls, int lines) throws IOException {
    return recorded(world, calls, n -> again -> Workloads.stream(world, n * lines, lines));
  }

  /** Of the first page of an officer's work. */
  static List<Script> work(Desk desk) throws IOException {
    return recorded(desk.world(), 1, n -> again -> desk.work());
  }

  private static List<Script> recorded(
      World world, int many, IntFunction<IntFunction<byte[]>> requests) throws IOException {
    var log = world.log();
    log.on();
    try (var wire = new Wire(world.product().port())) {
      warm(world, many, wire);
      return recorded(new Recorder(log, wire, idle(log)), many, requests);
    } finally {
      log.off();
    }
  }

  /** Sessions are touched and caches filled before anything is recorded. */
  private static void warm(World world, int cases, Wire wire) throws IOException {
    for (var seen : world.cases().subList(0, cases)) {
      wire.send(seen.page());
    }
  }

  private static List<List<Statement>> idle(StatementLog log) throws IOException {
    var from = log.end();
    LockSupport.parkNanos(IDLE.toNanos());
    return log.between(from, log.end());
  }

  private static List<Script> recorded(
      Recorder recorder, int many, IntFunction<IntFunction<byte[]>> requests) throws IOException {
    var scripts = new ArrayList<Script>();
    for (var n = 0; n < many; n++) {
      scripts.add(recorder.script(requests.apply(n)));
    }
    return scripts;
  }

  /** Connections that run scripts, any of them, again and again. */
  static Callers run(World world, List<Script> scripts) {
    var database = world.product().database("portal_app");
    return new Callers(world.product(), () -> new Replay(database, scripts));
  }
}
