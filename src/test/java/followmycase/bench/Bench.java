package followmycase.bench;

import followmycase.bench.Callers.Warming;
import followmycase.bench.Comparison.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ./dev bench}: prints the table of goals and leaves with 1 when one is missed. With {@code
 * --only} and some of the lines' names it measures these alone.
 */
public final class Bench {

  private static final List<String> LINES =
      List.of("page", "cases", "forces", "update", "stream", "worklist", "decisions", "memory");

  private static final int CONNECTIONS = 8;
  private static final int STREAMS = 2;

  /** Cases whose straight SQL is recorded; both sides of its comparison ask for these alone. */
  private static final int CASES = 1_000;

  /** Lines of one call of a stream: one chunk. */
  private static final int CHUNK = 500;

  /** Calls of a stream whose straight SQL is recorded, each of other cases. */
  private static final int CALLS = 4;

  /** Open cases of an officer. */
  private static final int OWN = 200;

  private final Size size;
  private final List<String> only;
  private boolean met = true;

  private Bench(Size size, List<String> only) {
    this.size = size;
    this.only = only;
  }

  /** How much to measure. */
  private record Size(
      int forces, int few, int many, int filed, int rounds, Duration round, Warming warming) {

    static final Size WHOLE =
        new Size(
            500,
            10_000,
            300_000,
            1_000_000,
            15,
            Duration.ofSeconds(3),
            new Warming(60_000, Duration.ofMinutes(4)));
    static final Size QUICK =
        new Size(
            50,
            2_000,
            20_000,
            50_000,
            7,
            Duration.ofSeconds(1),
            new Warming(20_000, Duration.ofSeconds(75)));
  }

  /** Measures, in a folder of its own that is removed afterwards. */
  public static void main(String[] words) throws Exception {
    var all = List.of(words);
    var quick = all.contains("--quick");
    var only = all.contains("--only") ? all.subList(all.indexOf("--only") + 1, all.size()) : LINES;
    if (!LINES.containsAll(only)) {
      System.err.println("Lines are " + String.join(" ", LINES));
      System.exit(2);
    }
    var bench = new Bench(quick ? Size.QUICK : Size.WHOLE, only);
    var home = Files.createTempDirectory("bench");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(home)));
    bench.run(home);
    System.exit(bench.met ? 0 : 1);
  }

  private static void remove(Path home) {
    try {
      FileSystemUtils.deleteRecursively(home);
    } catch (IOException busy) {
      System.err.println("Left behind: " + home);
    }
  }

  /** Pages come first, as long as all cases have equally many updates. */
  private void run(Path home) throws Exception {
    try (var few = world(home.resolve("few"), 1, size.few)) {
      System.out.println(Comparison.HEAD);
      var pages = pages(few);
      line("page", () -> show("case page", Workloads.pages(few, CASES), page(few), 0.5));
      line("cases", () -> cases(home, pages));
      line("forces", () -> forces(home, few, pages));
      line("update", () -> updates(few));
      line("stream", () -> streams(few));
      line("worklist", () -> work(few));
      line("decisions", this::decisions);
      line("memory", () -> memory(few));
    }
  }

  private interface Line {
    void measure() throws Exception;
  }

  private void line(String name, Line line) throws Exception {
    if (only.contains(name)) {
      line.measure();
    }
  }

  private static Callers page(World world) throws IOException {
    return Scripts.run(world, Scripts.pages(world, CASES));
  }

  private void cases(Path home, Callers pages) throws Exception {
    try (var many = world(home.resolve("many"), 1, size.many)) {
      var name = "page, %,d cases against %,d, ".formatted(size.many, size.few);
      cost(name + "hot", Workloads.pages(many, size.few), pages, 1.1);
      cost(name + "any", pages(many), pages, 1.6);
    }
  }

  private void forces(Path home, World one, Callers pages) throws Exception {
    try (var forces = world(home.resolve("forces"), size.forces, size.few)) {
      var name = ", %,d forces against 1".formatted(size.forces);
      cost("page" + name, pages(forces), pages, 1.1);
      cost(
          "update" + name,
          Workloads.updates(forces, size.few),
          Workloads.updates(one, size.few),
          1.1);
    }
  }

  private void show(String name, Callers ours, Callers sql, double goal) throws Exception {
    add(1, Comparison.speed(name, turns(CONNECTIONS, 1, ours, sql), goal));
  }

  private void updates(World world) throws Exception {
    Workloads.fillTimelines(world, CASES, CHUNK);
    var sql = Scripts.run(world, Scripts.updates(world, CASES));
    show("single update", Workloads.updates(world, CASES), sql, 0.4);
  }

  private void streams(World world) throws Exception {
    Workloads.fillTimelines(world, CHUNK * CALLS, CHUNK);
    var ours = Workloads.streams(world, CALLS, CHUNK);
    var sql = Scripts.run(world, Scripts.streams(world, CALLS, CHUNK));
    add(CHUNK, Comparison.speed("stream, lines", turns(STREAMS, CHUNK, ours, sql), 0.35));
  }

  private void work(World world) throws Exception {
    var desk = Desk.of(world, OWN, size.filed);
    var name = "worklist, %d of %,d cases".formatted(OWN, size.filed);
    show(name, Workloads.work(desk), Scripts.run(world, Scripts.work(desk)), 0.5);
  }

  private void decisions() {
    var decisions = Decisions.measured();
    met &= decisions.met();
    System.out.println(decisions.row());
  }

  private void cost(String name, Callers ours, Callers other, double goal) throws Exception {
    add(1, Comparison.cost(name, turns(CONNECTIONS, 1, ours, other), goal));
  }

  private void memory(World world) throws Exception {
    var memory = Memory.of(world.product());
    met &= memory.met();
    System.out.println(memory.row());
  }

  private static Callers pages(World world) {
    return Workloads.pages(world, world.cases().size());
  }

  /** Round by round, one after the other. */
  private List<Pair> turns(int connections, int thingsEach, Callers ours, Callers others)
      throws Exception {
    try (var us = ours.open(connections);
        var them = others.open(connections)) {
      us.warm(size.warming.of(thingsEach));
      them.warm(size.warming.of(thingsEach));
      var pairs = new ArrayList<Pair>();
      for (var n = 0; n < size.rounds; n++) {
        pairs.add(new Pair(us.round(size.round), them.round(size.round)));
      }
      return pairs;
    }
  }

  private void add(int unitsEach, Comparison comparison) {
    met &= comparison.met();
    System.out.println(comparison.row(unitsEach));
  }

  private static World world(Path home, int forces, int cases) throws Exception {
    var started = System.nanoTime();
    var world = World.of(Files.createDirectories(home), forces, cases).silent();
    System.err.printf(
        "(%,d cases of %,d forces sent and stored in %d s)%n",
        cases, forces, Duration.ofNanos(System.nanoTime() - started).toSeconds());
    return world;
  }
}
