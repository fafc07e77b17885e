package followmycase.load;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to load, and where.
 *
 * @param shuffle order of sending, any number; null for the order of the made-up records systems
 * @param at where the product answers; it is told apart from its hosts, which not every machine
 *     resolves
 * @param data folder in which the demo keeps its records systems' credentials
 */
record Options(
    int cases,
    long seed,
    @Nullable Long shuffle,
    URI at,
    String apiHost,
    String signInHost,
    Path data) {

  static final String USAGE =
      """
      ./dev load [options]     send made-up cases of the three example forces to a running product

        --cases <number>       how many cases (10000)
        --seed <number>        what they are; the same seed sends the same bytes (20260301)
        --shuffle <number>     send every line in another order, by this number
        --at <address>         where the product answers (http://127.0.0.1:8080)
        --api <host>           its API host (api.localhost)
        --sign-in <host>       its sign-in host (sign-in.localhost)
        --data <folder>        where the demo keeps its credentials (data)
      """;

  private static final List<String> NAMES =
      List.of("--cases", "--seed", "--shuffle", "--at", "--api", "--sign-in", "--data");

  /** Reads the command line; empty when it cannot be understood. */
  static Optional<Options> read(List<String> words) {
    if (words.size() % 2 != 0) {
      return Optional.empty();
    }
    for (var n = 0; n < words.size(); n += 2) {
      if (!NAMES.contains(words.get(n))) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(
          new Options(
              Integer.parseInt(word(words, "--cases", "10000")),
              Long.parseLong(word(words, "--seed", "20260301")),
              words.contains("--shuffle") ? Long.valueOf(word(words, "--shuffle", "")) : null,
              URI.create(word(words, "--at", "http://127.0.0.1:8080")),
              word(words, "--api", "api.localhost"),
              word(words, "--sign-in", "sign-in.localhost"),
              Path.of(word(words, "--data", "data"))));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static String word(List<String> words, String name, String otherwise) {
    var at = words.indexOf(name);
    return at < 0 ? otherwise : words.get(at + 1);
  }
}
