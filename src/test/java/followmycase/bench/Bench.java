package followmycase.bench;

import followmycase.bench.Comparison.Pair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** {@code ./dev bench}: prints the table of goals and leaves with 1 when one is missed. */
public final class Bench {

  private static final int CONNECTIONS = 8;
  private static final int STREAMS = 2;

  private final Size size;
  private final List<Comparison> done = new ArrayList<>();

  private Bench(Size size) {
    this.size = size;
  }

  /** How much to measure. */
  private record Size(int many, int rounds, Duration round, Duration warm) {

    static final int FEW = 10_000;
    static final int FORCES = 500;

    static final Size WHOLE = new Size(300_000, 5, Duration.ofSeconds(3), Duration.ofSeconds(10));
    static final Size QUICK = new Size(30_000, 3, Duration.ofSeconds(2), Duration.ofSeconds(5));
  }

  /** Measures, in a folder of its own that is removed afterwards. */
  public static void main(String[] words) throws Exception {
    var quick = List.of(words).contains("--quick");
    var home = Files.createTempDirectory("bench");
    try {
      var bench = new Bench(quick ? Size.QUICK : Size.WHOLE);
      bench.run(home);
      System.exit(bench.done.stream().allMatch(Comparison::met) ? 0 : 1);
    } finally {
      FileSystemUtils.deleteRecursively(home);
    }
  }

  private void run(Path home) throws Exception {
    System.out.println(Comparison.HEAD);
    try (var few = world(home.resolve("few"), 1, Size.FEW)) {
      againstStraightSql(few);
      try (var forces = world(home.resolve("forces"), Size.FORCES, Size.FEW)) {
        against("page: 500 forces against 1", pages(forces), pages(few), 1.1);
        against("update: 500 forces against 1", updates(forces), updates(few), 1.1);
      }
      try (var many = world(home.resolve("many"), 1, size.many)) {
        var name = "page: %,d cases against %,d, ".formatted(size.many, Size.FEW);
        against(name + "hot", Workloads.pages(many, Size.FEW), pages(few), 1.1);
        against(name + "any", pages(many), pages(few), 1.6);
      }
    }
  }

  private void againstStraightSql(World world) throws Exception {
    var scripts = Scripts.of(world);
    var pages = Workloads.pages(world, Scripts.CASES);
    var updates = Workloads.updates(world, Scripts.CASES);
    var streams = Workloads.streams(world, Scripts.CASES, Scripts.LINES);
    show(
        1,
        Comparison.speed(
            "case page", turns(CONNECTIONS, pages, Scripts.run(world, scripts.pages())), 0.5));
    show(
        1,
        Comparison.speed(
            "single update",
            turns(CONNECTIONS, updates, Scripts.run(world, scripts.updates())),
            0.4));
    show(
        Scripts.LINES,
        Comparison.speed(
            "stream, lines", turns(STREAMS, streams, Scripts.run(world, scripts.streams())), 0.35));
    System.out.println(Memory.of(world.product()));
  }

  private void against(String name, Callers ours, Callers other, double goal) throws Exception {
    show(1, Comparison.cost(name, turns(CONNECTIONS, ours, other), goal));
  }

  private static Callers pages(World world) {
    return Workloads.pages(world, world.cases().size());
  }

  private static Callers updates(World world) {
    return Workloads.updates(world, world.cases().size());
  }

  /** Round by round, one after the other. */
  private List<Pair> turns(int connections, Callers ours, Callers others) throws Exception {
    try (var us = ours.open(connections);
        var them = others.open(connections)) {
      us.round(size.warm);
      them.round(size.warm.dividedBy(2));
      var pairs = new ArrayList<Pair>();
      for (var n = 0; n < size.rounds; n++) {
        pairs.add(new Pair(us.round(size.round), them.round(size.round)));
      }
      return pairs;
    }
  }

  private void show(int unitsEach, Comparison comparison) {
    done.add(comparison);
    System.out.println(comparison.row(unitsEach));
  }

  private static World world(Path home, int forces, int cases) throws Exception {
    var started = System.nanoTime();
    var world = World.of(Files.createDirectories(home), forces, cases);
    System.out.printf(
        "  (%,d cases of %,d forces sent and stored in %d s)%n",
        cases, forces, Duration.ofNanos(System.nanoTime() - started).toSeconds());
    return world;
  }
}
