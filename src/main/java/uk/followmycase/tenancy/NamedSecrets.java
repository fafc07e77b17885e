package uk.followmycase.tenancy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Looks secrets up where a force's files say that they are: {@code property:NAME} of the program's
 * settings, {@code env:NAME} of its environment, or {@code file:/path}.
 */
@Component
public final class NamedSecrets {

  private final Environment environment;

  public NamedSecrets(Environment environment) {
    this.environment = environment;
  }

  /** The secret at a place; empty when nothing is there. */
  public Optional<String> at(String place) {
    var colon = place.indexOf(':');
    var name = place.substring(colon + 1);
    var found =
        switch (place.substring(0, Math.max(0, colon))) {
          case "property" -> Optional.ofNullable(environment.getProperty(name));
          case "env" -> Optional.ofNullable(System.getenv(name));
          case "file" -> file(name);
          default -> Optional.<String>empty();
        };
    return found.map(String::strip).filter(secret -> !secret.isEmpty());
  }

  private static Optional<String> file(String path) {
    try {
      return Optional.of(Files.readString(Path.of(path)));
    } catch (IOException | InvalidPathException unreadable) {
      return Optional.empty();
    }
  }
}
