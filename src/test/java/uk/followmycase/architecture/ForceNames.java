package uk.followmycase.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A force is files; no Java source names one. */
record ForceNames(List<String> slugs) {

  private static final Path TENANTS = Path.of("tenants");

  /** The folders of forces below {@code tenants/}. */
  static ForceNames fromTenants() {
    if (!Files.isDirectory(TENANTS)) {
      return new ForceNames(List.of());
    }
    try (var folders = Files.list(TENANTS)) {
      return new ForceNames(
          folders
              .filter(folder -> Files.exists(folder.resolve("force.yaml")))
              .map(folder -> folder.getFileName().toString())
              .filter(slug -> !slug.startsWith("_"))
              .sorted()
              .toList());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Where the source names a force, however it spells the name. */
  Stream<String> namedIn(JavaSource source) {
    return slugs.stream()
        .filter(slug -> spelt(slug).matcher(source.text()).find())
        .map(slug -> source.path() + " names " + slug);
  }

  private static Pattern spelt(String slug) {
    return Pattern.compile(
        Stream.of(slug.split("-")).map(Pattern::quote).collect(Collectors.joining("[-_ ]?")),
        Pattern.CASE_INSENSITIVE);
  }
}
