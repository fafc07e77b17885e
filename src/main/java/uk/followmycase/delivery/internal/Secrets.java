package uk.followmycase.delivery.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.internal.Provider.Unfit;
import uk.followmycase.tenancy.ForceSettings.Sender;

/**
 * Looks secrets up where a force's files say that they are: {@code property:NAME} of the program's
 * settings, {@code env:NAME} of its environment, or {@code file:/path}.
 */
@Component
class Secrets {

  private final Environment environment;

  Secrets(Environment environment) {
    this.environment = environment;
  }

  /**
   * The secret that a setting names.
   *
   * @throws IllegalStateException when it is not there; the check at start has seen to that
   */
  String of(Sender via, String setting) {
    return via.setting(setting)
        .flatMap(this::at)
        .orElseThrow(() -> new IllegalStateException("No secret where " + setting + " says"));
  }

  /** Those of the settings that name a secret which is not there. */
  List<Unfit> missing(Sender via, String... settings) {
    return Stream.of(settings)
        .filter(setting -> via.setting(setting).filter(it -> at(it).isEmpty()).isPresent())
        .map(setting -> missing(setting, Objects.requireNonNull(via.settings().get(setting))))
        .toList();
  }

  private static Unfit missing(String setting, String reference) {
    return new Unfit(
        setting,
        "names a secret that is not there: " + reference,
        "Give the program that setting, environment variable or file, and start it again");
  }

  private Optional<String> at(String reference) {
    var colon = reference.indexOf(':');
    var name = reference.substring(colon + 1);
    var found =
        switch (reference.substring(0, Math.max(0, colon))) {
          case "property" -> Optional.ofNullable(environment.getProperty(name));
          case "env" -> Optional.ofNullable(System.getenv(name));
          case "file" -> file(Path.of(name));
          default -> Optional.<String>empty();
        };
    return found.map(String::strip).filter(secret -> !secret.isEmpty());
  }

  private static Optional<String> file(Path path) {
    try {
      return Optional.of(Files.readString(path));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
