package followmycase.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** The straight SQL of a world's requests, told from the log of its own PostgreSQL. */
record Scripts(List<Script> pages, List<Script> updates, List<Script> streams) {

  private static final int STREAMS = 4;

  /** Long enough to see all that the product does by itself. */
  private static final Duration IDLE = Duration.ofSeconds(8);

  /**
   * Records them.
   *
   * @param cases whose pages are shown, and which are told of
   * @param lines of one call of a stream
   */
  static Scripts of(World world, int cases, int lines) throws IOException {
    var log = world.log();
    log.on();
    try (var wire = new Wire(world.product().port())) {
      warm(world, cases, wire);
      var recorder = new Recorder(log, wire, idle(log));
      return new Scripts(
          recorded(recorder, cases, n -> again -> world.cases().get(n).page()),
          recorded(recorder, cases, n -> again -> Workloads.update(world, n)),
          recorded(recorder, STREAMS, n -> again -> Workloads.stream(world, n * lines, lines)));
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
