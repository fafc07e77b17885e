package uk.followmycase.tenancy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Looks secrets up where a force's files say that they are: {@code property:NAME} is the program's
 * setting {@code followmycase.secrets.NAME}, {@code env:SECRET_NAME} a variable of its environment,
 * {@code file:/run/secrets/name} a file in its folder of secrets. Nothing else of the program can
 * be named, since what is named leaves for a provider.
 */
@Component
public final class NamedSecrets {

  /** What to do where a secret is not found. */
  public static final String ADVICE =
      "Name a setting below followmycase.secrets, a variable SECRET_…, or a file in the folder of"
          + " secrets, that the program has, and start it again";

  private static final String SETTINGS = "followmycase.secrets.";
  private static final String VARIABLES = "SECRET_";
  private static final String FOLDER = "followmycase.secret-files";

  private final Environment settings;
  private final Function<String, @Nullable String> variables;

  @Autowired
  public NamedSecrets(Environment settings) {
    this(settings, System::getenv);
  }

  NamedSecrets(Environment settings, Function<String, @Nullable String> variables) {
    this.settings = settings;
    this.variables = variables;
  }

  /** The secret at a place; empty when nothing is there. */
  public Optional<String> at(String place) {
    var colon = place.indexOf(':');
    var name = place.substring(colon + 1);
    var found =
        switch (place.substring(0, Math.max(0, colon))) {
          case "property" -> Optional.ofNullable(settings.getProperty(SETTINGS + name));
          case "env" -> variable(name);
          case "file" -> file(name);
          default -> Optional.<String>empty();
        };
    return found.map(String::strip).filter(secret -> !secret.isEmpty());
  }

  private Optional<String> variable(String name) {
    return name.startsWith(VARIABLES)
        ? Optional.ofNullable(variables.apply(name))
        : Optional.empty();
  }

  private Optional<String> file(String path) {
    try {
      var folder = Path.of(settings.getProperty(FOLDER, "/run/secrets")).normalize();
      var file = Path.of(path).normalize();
      return file.startsWith(folder) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException | InvalidPathException unreadable) {
      return Optional.empty();
    }
  }
}
