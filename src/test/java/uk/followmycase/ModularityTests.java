package uk.followmycase;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.CanvasOptions;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import org.springframework.modulith.docs.Documenter.DiagramOptions.DiagramStyle;
import org.springframework.modulith.docs.Documenter.Options;

class ModularityTests {

  static final ApplicationModules MODULES = ApplicationModules.of(Application.class);

  private static final Path KEPT = Path.of("docs/architecture/modules");

  private static final Pattern DRAWN = Pattern.compile("^  component | --> ");

  @Test
  void modulesKeepToTheirPlaces() {
    MODULES.verify();
  }

  @Test
  void documentsAreUpToDate(@TempDir Path fresh) {
    new Documenter(MODULES, Options.defaults().withOutputFolder(fresh.toString()))
        .writeDocumentation(
            DiagramOptions.defaults().withStyle(DiagramStyle.UML), CanvasOptions.defaults());
    var documents = documents(fresh);
    if (Boolean.getBoolean("docs.write")) {
      documents.forEach((name, text) -> write(KEPT.resolve(name), text));
    }
    assertThat(documents(KEPT))
        .as("%s is written from the code; ./dev docs writes it anew", KEPT)
        .isEqualTo(documents);
  }

  private static Map<String, String> documents(Path folder) {
    try (var files = Files.walk(folder)) {
      var texts = new TreeMap<String, String>();
      for (var file : files.filter(Files::isRegularFile).toList()) {
        texts.put(folder.relativize(file).toString(), settled(Files.readString(file)));
      }
      return texts;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Chapters, boxes and arrows come in the order in which classes were found; sorted, they stay.
   */
  private static String settled(String text) {
    if (text.contains("plantuml::")) {
      return Stream.of(text.strip().split("\n\n")).sorted().collect(joining("\n\n", "", "\n"));
    }
    var drawn = text.lines().filter(DRAWN.asPredicate()).sorted().iterator();
    return text.lines()
        .map(line -> DRAWN.matcher(line).find() ? drawn.next() : line)
        .collect(joining("\n", "", "\n"));
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
