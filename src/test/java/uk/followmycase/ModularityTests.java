package uk.followmycase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  @Test
  void modulesKeepToTheirPlaces() {
    MODULES.verify();
  }

  @Test
  void documentsAreUpToDate(@TempDir Path fresh) {
    document(Boolean.getBoolean("docs.write") ? KEPT : fresh);
    if (!Boolean.getBoolean("docs.write")) {
      assertThat(texts(KEPT))
          .as("%s is written from the code; ./dev docs writes it anew", KEPT)
          .isEqualTo(texts(fresh));
    }
  }

  private static void document(Path folder) {
    new Documenter(MODULES, Options.defaults().withOutputFolder(folder.toString()))
        .writeDocumentation(
            DiagramOptions.defaults().withStyle(DiagramStyle.UML), CanvasOptions.defaults());
  }

  /** By file, without the order of lines, which hangs on the order in which classes are found. */
  private static Map<String, List<String>> texts(Path folder) {
    try (var files = Files.walk(folder)) {
      var texts = new TreeMap<String, List<String>>();
      for (var file : files.filter(Files::isRegularFile).toList()) {
        texts.put(
            folder.relativize(file).toString(),
            Files.readAllLines(file).stream().sorted().toList());
      }
      return texts;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
