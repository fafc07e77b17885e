package uk.followmycase.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.tenancy.Stage;

/** Every word that a page asks for stands in both languages; none stands there for nothing. */
class WordingOfPagesTests {

  private static final Path WORDING = Path.of("tenants/_default/wording");
  private static final Pattern KEY = Pattern.compile("\"([a-z-]+(?:\\.[\\w-]+)+)\"");
  private static final Pattern START = Pattern.compile("\"([a-z-]+(?:\\.[\\w-]+)*\\.)\"");
  private static final Pattern FILE = Pattern.compile("\\.(js|css|svg|jte)$");
  private static final List<String> PAGES =
      List.of(
          "portal",
          "signin",
          "desk",
          "staff",
          "trail",
          "stages",
          "rights",
          "plan",
          "draft",
          "delivery",
          "wishes");

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void everyKeyOfATemplateStands(String language) {
    var asked = new TreeSet<>(found(KEY, templates()));
    asked.removeIf(key -> key.startsWith("java.") || FILE.matcher(key).find());
    assertThat(asked).hasSizeGreaterThan(150);
    asked.removeAll(words(language));
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void everyStageHasItsWords(String language) {
    assertThat(words(language))
        .containsAll(
            Arrays.stream(Stage.values())
                .map(stage -> "stage." + stage.name().toLowerCase(java.util.Locale.ROOT))
                .flatMap(key -> Stream.of(key + ".name", key + ".about", key + ".next"))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void everyOutcomeHasItsWords(String language) {
    var types =
        Stream.concat(
            IntStream.rangeClosed(1, 22).mapToObj(Integer::toString),
            Stream.of("1A", "2A", "3A", "other"));
    assertThat(words(language))
        .containsAll(
            types
                .flatMap(
                    type -> Stream.of("outcome." + type + ".name", "outcome." + type + ".about"))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void everythingAuditableHasItsWords(String language) {
    assertThat(words(language))
        .containsAll(
            Arrays.stream(AuditAction.values())
                .map(action -> action.name().toLowerCase(java.util.Locale.ROOT))
                .map(code -> "trail.action." + code.replace('_', '-'))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void noWordStandsForNothing(String language) {
    var sources = Stream.concat(templates(), javaOfPages()).toList();
    var asked = found(KEY, sources.stream());
    var starts = found(START, sources.stream());
    var idle = new TreeSet<>(words(language, PAGES));
    idle.removeAll(asked);
    idle.removeIf(key -> starts.stream().anyMatch(key::startsWith));
    assertThat(idle).isEmpty();
  }

  private static Set<String> words(String language) {
    try (var files = Files.list(WORDING)) {
      return words(
          language,
          files
              .map(file -> file.getFileName().toString().replaceAll("_\\w\\w\\.properties", ""))
              .toList());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Set<String> words(String language, List<String> areas) {
    var words = new Properties();
    for (var area : areas) {
      try (var file =
          Files.newBufferedReader(WORDING.resolve(area + "_" + language + ".properties"))) {
        words.load(file);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    return words.stringPropertyNames();
  }

  private static Set<String> found(Pattern pattern, Stream<String> sources) {
    var found = new TreeSet<String>();
    sources.forEach(
        source -> pattern.matcher(source).results().forEach(match -> found.add(match.group(1))));
    return found;
  }

  private static Stream<String> templates() {
    return texts(Path.of("src/main/jte"), ".jte");
  }

  private static Stream<String> javaOfPages() {
    return texts(Path.of("src/main/java/uk/followmycase/web"), ".java");
  }

  private static Stream<String> texts(Path root, String ending) {
    try (var files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .map(WordingOfPagesTests::text)
          .toList()
          .stream();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
