package followmycase.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Counts by heading and force, while several forces are loaded at once. */
final class Tally {

  private final Map<Heading, Map<String, Integer>> counts = new ConcurrentSkipListMap<>();

  /** What became of a line. */
  void answered(String force, JsonNode answer) {
    var result = answer.path("result").stringValue("no result");
    count(force, "lines sent");
    count(force, "lines sent", result);
    if (result.equals("refused")) {
      count(force, "lines sent", result, answer.path("problem").path("type").stringValue("?"));
    }
  }

  /** Who is on a case now, and what was decided about them. */
  void held(String force, JsonNode held) {
    count(force, "cases held");
    for (var person : held.path("people")) {
      count(force, "people");
      standing(force, person.path("standing"));
    }
  }

  private void standing(String force, JsonNode standing) {
    var word = standing.path("standing").stringValue("?");
    var heading = word.equals("eligible") ? "eligible: invited" : word.replace('_', ' ');
    count(force, "people", heading);
    if (word.equals("eligible")) {
      count(force, "people", heading, standing.path("proof").stringValue("?") + " proof");
    } else {
      standing
          .path("reasons")
          .forEach(reason -> count(force, "people", heading, reason.path("key").stringValue("?")));
    }
  }

  /** What is counted under a heading, for all forces. */
  int of(String... path) {
    return counts.getOrDefault(new Heading(List.of(path)), Map.of()).values().stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  /** A row for each heading; a column for each force and one for all. */
  String table(List<String> forces) {
    var titles = Stream.concat(forces.stream(), Stream.of("all")).toList();
    return Stream.concat(
            Stream.of(row("", titles)),
            counts.entrySet().stream()
                .map(count -> row(count.getKey().label(), numbers(count.getValue(), forces))))
        .collect(Collectors.joining("\n"));
  }

  private static List<String> numbers(Map<String, Integer> byForce, List<String> forces) {
    var each = forces.stream().map(force -> byForce.getOrDefault(force, 0)).toList();
    var all = each.stream().mapToInt(Integer::intValue).sum();
    return Stream.concat(each.stream(), Stream.of(all))
        .map(number -> String.format(Locale.ROOT, "%,d", number))
        .toList();
  }

  private static String row(String label, List<String> cells) {
    return String.format(Locale.ROOT, "%-36s", label)
        + cells.stream()
            .map(cell -> String.format(Locale.ROOT, "%15s", cell))
            .collect(Collectors.joining());
  }

  private void count(String force, String... path) {
    counts
        .computeIfAbsent(new Heading(List.of(path)), heading -> new ConcurrentHashMap<>())
        .merge(force, 1, Integer::sum);
  }

  /** A heading under others. */
  private record Heading(List<String> path) implements Comparable<Heading> {

    String label() {
      return "  ".repeat(path.size() - 1) + path.getLast();
    }

    @Override
    public int compareTo(Heading other) {
      return String.join("\t", path).compareTo(String.join("\t", other.path));
    }
  }
}
