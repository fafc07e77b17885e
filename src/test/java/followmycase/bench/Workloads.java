package followmycase.bench;

import followmycase.bench.World.Seen;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** What people and records systems do all day. */
final class Workloads {

  private static final AtomicLong COUNT = new AtomicLong();
  private static final int MOST_ON_A_PAGE = 50;

  private Workloads() {}

  /** People look at their cases, any of the first so many. */
  static Callers pages(World world, int among) {
    var cases = world.cases().subList(0, among);
    return calling(
        world,
        wire -> {
          var answer = wire.send(any(cases).page());
          if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " " + answer.text());
          }
        });
  }

  /** An officer looks at what is due. */
  static Callers work(Desk desk) {
    return calling(
        desk.world(),
        wire -> {
          var answer = wire.send(desk.work());
          if (answer.status() != 200 || !answer.text().contains("/desk/cases/")) {
            throw new IllegalStateException(answer.status() + " " + answer.text());
          }
        });
  }

  /** Records systems add updates, to any of the first so many cases. */
  static Callers updates(World world, int among) throws IOException {
    world.records().greet(world.forces());
    return calling(
        world,
        wire ->
            Records.check(wire.send(update(world, ThreadLocalRandom.current().nextInt(among))), 1));
  }

  /** Records systems stream updates, each line to another case: any of so many calls. */
  static Callers streams(World world, int calls, int lines) {
    return calling(
        world,
        wire -> {
          var from = ThreadLocalRandom.current().nextInt(calls) * lines;
          Records.check(wire.send(stream(world, from, lines)), lines);
        });
  }

  /** Adds updates to the first so many cases, until their pages hold as many as a page can. */
  static void fillTimelines(World world, int cases, int lines) throws IOException {
    try (var wire = new Wire(world.product().port())) {
      for (var n = 0; n < MOST_ON_A_PAGE; n++) {
        for (var from = 0; from < cases; from += lines) {
          Records.check(wire.send(stream(world, from, lines)), lines);
        }
      }
    }
  }

  /** One update of a case, counted through all forces in turn. */
  static byte[] update(World world, int number) {
    var forces = world.forces();
    var id = "N-" + COUNT.incrementAndGet();
    var news = Letters.news("B" + number / forces.size(), id);
    return world.records().update(forces.get(number % forces.size()), news, id);
  }

  /** All of one force, which is the first's. */
  static byte[] stream(World world, int from, int lines) {
    var force = world.forces().getFirst();
    var all = world.cases().size() / world.forces().size();
    var text =
        IntStream.range(from, from + lines)
            .mapToObj(n -> Letters.news("B" + n % all, "N-" + COUNT.incrementAndGet()))
            .map(news -> "{\"update\":" + news + "}")
            .toList();
    return world.records().stream(force, text);
  }

  /** One update of each of these cases, which are counted through all forces in turn and of one. */
  static byte[] stream(World world, int... numbers) {
    var forces = world.forces();
    var text =
        IntStream.of(numbers)
            .mapToObj(n -> Letters.news("B" + n / forces.size(), "N-" + COUNT.incrementAndGet()))
            .map(news -> "{\"update\":" + news + "}")
            .toList();
    return world.records().stream(forces.get(numbers[0] % forces.size()), text);
  }

  private static Seen any(List<Seen> cases) {
    return cases.get(ThreadLocalRandom.current().nextInt(cases.size()));
  }

  /** One call over a connection. */
  private interface Call {
    void over(Wire wire) throws IOException;
  }

  private static Callers calling(World world, Call call) {
    return new Callers(
        world.product(),
        () -> {
          var wire = new Wire(world.product().port());
          return new Round.Work() {
            @Override
            public void once() throws IOException {
              call.over(wire);
            }

            @Override
            public void close() throws IOException {
              wire.close();
            }
          };
        });
  }
}
