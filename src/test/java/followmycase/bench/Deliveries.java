package followmycase.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;
import uk.followmycase.delivery.internal.CostOfSending;

/**
 * {@code ./dev bench delivery}: how fast notices leave, by a provider that answers after 20 ms.
 * Leaves with 1 when a goal is missed.
 */
public final class Deliveries {

  /** As many as report to the nation's forces. */
  private static final int FORCES = 43;

  private static final int SINGLES = 100;
  private static final int BULK = 600;

  /** Two calls a second. */
  private static final int LINES = BULK / 2;

  private static final double WITHIN = 1_000;
  private static final Duration DRAINED = Duration.ofSeconds(300);
  private static final int WHOLE = 184_000;
  private static final double COST = 1.5;

  private static final String ROW = "| %-64s | %-44s | %-10s | %-4s |%n";

  private final Stub stub = new Stub();
  private final Size size;
  private boolean met = true;

  private Deliveries(Size size) throws IOException {
    this.size = size;
  }

  /** How much to measure. */
  private record Size(int backlog, Duration warming, Duration steady) {

    static final Size FULL = new Size(WHOLE, Duration.ofSeconds(120), Duration.ofSeconds(60));
    static final Size QUICK = new Size(WHOLE / 10, Duration.ofSeconds(120), Duration.ofSeconds(20));

    /** The same speed as for the whole. */
    double goalSeconds() {
      return DRAINED.toSeconds() * (double) backlog / WHOLE;
    }

    /** Cases for the backlog, and others for single updates: nobody is told twice at a time. */
    int cases() {
      return backlog
          + SINGLES * (int) Math.max(steady.plus(warming).toSeconds(), goalSeconds() * 2);
    }
  }

  /** Measures, in a folder of its own that is removed afterwards. */
  public static void main(String[] words) throws Exception {
    var bench = new Deliveries(List.of(words).contains("--quick") ? Size.QUICK : Size.FULL);
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

  private void run(Path home) throws Exception {
    var town = Town.of(home, FORCES, stub.channels());
    try (var world =
        World.of(
            home,
            town,
            size.cases(),
            "--followmycase.secrets.bench-key=AKIABENCH",
            "--followmycase.demo-at-any-hour=true")) {
      world.ofManyReaders();
      steady(world, size.warming());
      Compiler.rest(world.product());
      System.out.printf(ROW, "", "", "goal", "");
      steady(world);
      backlog(world);
      var memory = Memory.of(world.product());
      tell("heap under all this", memory.told(), "<= " + Memory.GOAL + " MiB", memory.met());
    }
    var cost = CostOfSending.measured();
    tell(cost.name(), cost.told(), "<= " + COST, cost.ratio() <= COST);
  }

  private void tell(String what, String found, String goal, boolean good) {
    met &= good;
    System.out.printf(ROW, what, found, goal, good ? "PASS" : "MISS");
  }

  private void steady(World world) throws Exception {
    var before = Cpu.of(world.product());
    var taken = stub.taken();
    var singles = steady(world, size.steady());
    var used = Cpu.of(world.product()).since(before);
    late("%d single updates/s beside %d of bulk".formatted(SINGLES, BULK), singles);
    cost("the same, from the update in to its notice out", used, stub.taken() - taken);
  }

  /** Singles and bulk beside each other, until nothing waits any more. */
  private Singles steady(World world, Duration time) throws Exception {
    try (var singles = new Singles(world, stub, size.backlog())) {
      singles.start(SINGLES);
      bulk(world, time);
      singles.stop();
      await(world, singles);
      return singles;
    }
  }

  private void bulk(World world, Duration time) throws IOException {
    var begun = System.nanoTime();
    var parts = Math.max(1, size.backlog() / FORCES / LINES);
    try (var wire = new Wire(world.product().port())) {
      for (var n = 0; n < time.toSeconds() * 2; n++) {
        LockSupport.parkNanos(begun + n * TimeUnit.MILLISECONDS.toNanos(500) - System.nanoTime());
        send(world, wire, n % FORCES, n / FORCES % parts * LINES, LINES);
      }
    }
  }

  /** Updates of so many cases of one force in one call. */
  private static void send(World world, Wire wire, int force, int from, int lines)
      throws IOException {
    var numbers = IntStream.range(from, from + lines).map(n -> n * FORCES + force).toArray();
    Records.check(wire.send(Workloads.stream(world, numbers)), lines);
  }

  private void late(String name, Singles singles) {
    var millis = singles.millis();
    var late = Singles.within(millis, 0.99);
    var accepted = singles.untilAccepted();
    tell(
        name + ": accepted to handed over",
        "p50 %.0f ms, p99 %.0f ms, last %.0f ms, %d sent again"
            .formatted(
                Singles.within(millis, 0.5), late, millis[millis.length - 1], singles.again()),
        "p99 <= 1 s",
        late <= WITHIN);
    System.out.printf(
        ROW,
        "of that until accepted",
        "p50 %.0f ms, p99 %.0f ms"
            .formatted(Singles.within(accepted, 0.5), Singles.within(accepted, 0.99)),
        "",
        "");
  }

  private static void cost(String name, Cpu.Used used, int notices) {
    System.out.printf(
        ROW,
        name + ": CPU a notice",
        "%.2f ms (program %.2f)"
            .formatted(
                used.both().toNanos() / 1e6 / notices, used.product().toNanos() / 1e6 / notices),
        "",
        "");
  }

  /** Everything is switched off, the bulk comes in, and it is switched on again. */
  private void backlog(World world) throws Exception {
    world.silent();
    var each = size.backlog() / FORCES;
    try (var wire = new Wire(world.product().port())) {
      for (var force = 0; force < FORCES; force++) {
        for (var from = 0; from < each; from += LINES) {
          send(world, wire, force, from, Math.min(LINES, each - from));
        }
      }
    }
    var waiting = waiting(world);
    if (waiting != each * FORCES) {
      throw new IllegalStateException(waiting + " wait instead of " + each * FORCES);
    }
    Compiler.rest(world.product());
    drain(world, waiting);
  }

  private void drain(World world, int waiting) throws Exception {
    var before = stub.taken();
    try (var singles = new Singles(world, stub, size.backlog())) {
      var cpu = Cpu.of(world.product());
      var begun = System.nanoTime();
      world.product().ask("delete from plumbing.switched_off");
      singles.start(SINGLES);
      while (stub.taken() - before - singles.taken() < waiting
          && seconds(begun) < size.goalSeconds() * 2) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
      }
      var took = seconds(begun);
      var used = Cpu.of(world.product()).since(cpu);
      var notices = stub.taken() - before;
      singles.stop();
      await(world, singles);
      tell(
          "a backlog of %,d beside %d single updates/s: drained".formatted(waiting, SINGLES),
          "%.1f s, %.0f a second".formatted(took, waiting / took),
          "<= %.0f s".formatted(size.goalSeconds()),
          took <= size.goalSeconds());
      late("single updates meanwhile", singles);
      cost("all that meanwhile", used, notices);
    }
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  /** Until nothing waits any more. */
  private static void await(World world, Singles singles) {
    var begun = System.nanoTime();
    while (singles.open() > 0 || waiting(world) > 0) {
      if (seconds(begun) > DRAINED.toSeconds() * 2) {
        throw new IllegalStateException(
            "%d single updates and %d notices in all still wait"
                .formatted(singles.open(), waiting(world)));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
  }

  private static int waiting(World world) {
    return Integer.parseInt(
        world.product().ask("select count(*) from plumbing.outbox_head").getFirst());
  }
}
