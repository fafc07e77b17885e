package followmycase.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Made-up forces for the bench: a folder each, laid over the product's own defaults. */
record Town(Path tenants, List<String> forces) {

  private static final Path DEFAULTS = Path.of("tenants");
  private static final List<String> SHARED = List.of("_default", "schema");

  /** Nobody is invited: the bench lets people in itself, and no notice goes out meanwhile. */
  private static final String RULES =
      """
      rules:
        - {id: nobody, verdict: not-eligible, reason: excluded-role, when: {roles: [victim]}}
      """;

  /** The demo's provider, which keeps everything for a visitor to look at. */
  private static final String DEMO =
      """
      {text: {provider: demo, sender: Bench}, email: {provider: demo, sender: no-reply@bench.localhost},
        discreet-text: {provider: demo, sender: Notices},
        discreet-email: {provider: demo, sender: no-reply@notices.localhost}}\
      """;

  /** So many forces, written down below a folder. */
  static Town of(Path home, int forces) {
    return of(home, forces, DEMO);
  }

  /** So many forces that send by these channels. */
  static Town of(Path home, int forces, String channels) {
    var tenants = home.resolve("tenants");
    var slugs = IntStream.rangeClosed(1, forces).mapToObj("force-%03d"::formatted).toList();
    try {
      for (var shared : SHARED) {
        copy(DEFAULTS.resolve(shared), tenants.resolve(shared));
      }
      for (var slug : slugs) {
        Files.createDirectories(tenants.resolve(slug));
        Files.writeString(tenants.resolve(slug).resolve("force.yaml"), settings(slug, channels));
        Files.writeString(tenants.resolve(slug).resolve("rules.yaml"), RULES);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new Town(tenants, slugs);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var place = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(place);
        } else {
          Files.copy(file, place);
        }
      }
    }
  }

  private static String settings(String slug, String channels) {
    return """
        name: {en: Bench %1$s}
        host: %1$s.localhost
        references: {pattern: 'B\\d{1,9}', strip: '\\s'}
        statuses: {Open: investigating, In court: court, Closed: closed}
        channels: %2$s
        contact: {website: 'https://%1$s.localhost', accessibilityEmail: a@%1$s.localhost}
        """
        .formatted(slug, channels);
  }
}
