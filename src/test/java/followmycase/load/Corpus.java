package followmycase.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Everything that the made-up records systems send, by force, in the order of sending. */
record Corpus(Map<String, List<Line>> lines) {

  private static final Comparator<Line> BY_TIME =
      Comparator.comparing(Line::at).thenComparing(Line::reference).thenComparing(Line::text);

  /** In the order of a records system that is no better than real ones. */
  static Corpus of(long seed, int cases, Stock stock) {
    var lines = new TreeMap<String, List<Line>>();
    var plots = IntStream.range(0, cases).mapToObj(n -> Plot.of(seed, stock, n)).toList();
    for (var system : stock.systems()) {
      var own = plots.stream().filter(plot -> plot.system().equals(system)).toList();
      var all = new ArrayList<>(Broken.of(system, own.size()));
      own.forEach(plot -> all.addAll(Story.of(plot, stock)));
      all.addAll(orphans(seed, system, own.size()));
      all.sort(BY_TIME);
      lines.put(system.slug(), muddled(Dice.of(seed, system.slug() + " muddle", 0), all));
    }
    return new Corpus(lines);
  }

  /** The same lines in any order at all. */
  Corpus shuffled(long by) {
    var shuffled = new TreeMap<String, List<Line>>();
    lines.forEach(
        (force, all) -> {
          var mixed = new ArrayList<>(all);
          Collections.shuffle(mixed, new Random(by));
          shuffled.put(force, mixed);
        });
    return new Corpus(shuffled);
  }

  int size() {
    return lines.values().stream().mapToInt(List::size).sum();
  }

  /** Some lines come late, some twice. */
  private static List<Line> muddled(Dice dice, List<Line> lines) {
    record Sent(int at, Line line) {}
    var sent = new ArrayList<Sent>();
    for (var n = 0; n < lines.size(); n++) {
      sent.add(new Sent(dice.chance(6) ? n + dice.below(2_000) : n, lines.get(n)));
      if (dice.chance(4)) {
        sent.add(new Sent(n + dice.below(5_000), lines.get(n)));
      }
    }
    sent.sort(Comparator.comparingInt(Sent::at));
    return sent.stream().map(Sent::line).toList();
  }

  /** Updates of cases that never come. */
  private static List<Line> orphans(long seed, RecordsSystem system, int cases) {
    return IntStream.range(0, 1 + cases / 500)
        .mapToObj(
            n -> {
              var reference = system.reference(800_000 + n, 2026, 0);
              return new Line(
                  Instant.parse("2026-02-01T09:00:00Z")
                      .plusSeconds(Dice.of(seed, "orphan", n).below(9_000_000)),
                  reference,
                  "{\"update\":{\"reference\":\""
                      + reference
                      + "\",\"update\":{\"id\":\"U-0\",\"at\":\"2026-02-01T09:00:00Z\",\"kind\":\"general\",\"reason\":\"enquiries-continue\"}}}");
            })
        .toList();
  }
}
