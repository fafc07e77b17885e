package followmycase.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Records that no order makes right: each is wrong in itself, and about a case of its own. */
final class Broken {

  private static final Instant FIRST = Instant.parse("2025-06-01T00:00:00Z");

  /** A case's beginning, up to its last field. */
  private static final String CASE =
      "{\"case\":{\"reference\":\"%s\",\"version\":1,\"kind\":\"crime\",\"status\":\"%s\"";

  private static final List<String> ENDS =
      List.of(
          ",\"colour\":\"red\"}}",
          ",\"people\":[{\"id\":\"X1\",\"role\":\"suspect\"}]}}",
          ",\"people\":[{\"id\":\"X1\",\"role\":\"victim\"},{\"id\":\"X1\",\"role\":\"witness\"}]}}",
          ",\"people\":[{\"id\":\"X1\",\"role\":\"victim\",\"bornOn\":\"1990-02-30\"}]}}",
          ",\"people\":[{\"id\":\"X1\",\"role\":\"victim\",\"name\":\"No\\u0000body\"}]}}",
          ",\"people\":[{\"id\":\"X1\",\"role\":\"victim\",\"name\":\"Half \\ud83d\"}]}}",
          ",\"people\":[{\"id\":\"X1\",\"role\":\"victim\",\"contacts\":[{\"kind\":\"pigeon\",\"value\":\"coo\",\"safe\":true}]}]}}",
          ",\"people\":\"nobody\"}}",
          ",\"classification\":\"28\"}}",
          ",\"outcome\":\"23\"}}",
          ",\"officer\":{\"collarNumber\":\"PC 4711 (acting)\",\"name\":\"A\"}}}",
          ",\"occurred\":{\"from\":\"29/03/2026\"}}}",
          ",\"flags\":[\"urgent\"]}}",
          ",\"updates\":[{\"id\":\"U\",\"at\":\"2026-03-29T01:30:00\",\"kind\":\"general\",\"text\":\"x\"}]}}",
          ",\"updates\":[{\"id\":\"U\",\"at\":\"2026-03-29T01:30:00Z\",\"kind\":\"general\"}]}}",
          ",\"told\":{\"report\":\"" + "long ".repeat(2_001) + "\"}}}",
          ",\"told\":{\"report\":[[[[[[[[[[[[\"deep\"]]]]]]]]]]]]}}}",
          ",\"told\":{\"report\":\"" + "huge ".repeat(54_000) + "\"}}}",
          ",\"version\":2}}",
          "}");

  private static final List<String> WHOLE =
      List.of(
          "not JSON at all",
          "{}",
          "[]",
          "{\"case\":null}",
          "{\"case\":{\"version\":1,\"kind\":\"crime\",\"status\":\"New\"}}",
          "{\"case\":{\"reference\":\"no such thing as this\",\"version\":1,\"kind\":\"crime\",\"status\":\"New\"}}",
          "{\"update\":{\"reference\":\"\",\"update\":{\"id\":\"U\"}}}",
          "{\"withdrawal\":{\"updateId\":\"U\"}}");

  private Broken() {}

  /** One for about three hundred cases of the system, and at least one of each kind in all. */
  static List<Line> of(RecordsSystem system, int cases) {
    var kinds = ENDS.size() + WHOLE.size() + 3;
    return java.util.stream.IntStream.range(0, Math.max(kinds, cases / 300))
        .mapToObj(
            n -> new Line(FIRST.plus(n * 13L, ChronoUnit.DAYS), "", text(system, n, n % kinds)))
        .toList();
  }

  private static String text(RecordsSystem system, int number, int kind) {
    if (kind < WHOLE.size()) {
      return WHOLE.get(kind);
    }
    var status = system.words("reported").getFirst();
    var start = start(system, number, status);
    var rest = kind - WHOLE.size();
    return switch (rest) {
      case 0 -> start(system, number, "Gone fishing") + "}}";
      case 1 -> start.replace("\"version\":1", "\"version\":0") + "}}";
      case 2 -> start.replace("\"version\":1", "\"version\":\"1\"") + "}}";
      default -> start + ENDS.get(rest - 3);
    };
  }

  private static String start(RecordsSystem system, int number, String status) {
    return CASE.formatted(system.reference(900_000 + number, 2026, 0), status);
  }
}
