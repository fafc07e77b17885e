package uk.followmycase.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The example forces, the first of which does not take part. */
public final class OneForceClosed {

  private OneForceClosed() {}

  /** Copies them into this folder. */
  public static void in(Path tenants) throws IOException {
    copy(Path.of("tenants"), tenants);
    var force = first(tenants).resolve("force.yaml");
    var text = Files.readString(force).replaceAll("(?m)^open:.*$", "");
    Files.writeString(force, text + "\nopen: false\n");
  }

  private static Path first(Path tenants) throws IOException {
    try (Stream<Path> folders = Files.list(tenants)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("force.yaml")))
          .filter(folder -> !folder.endsWith("_default"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.resolveSibling(""));
        Files.copy(file, target);
      }
    }
  }
}
