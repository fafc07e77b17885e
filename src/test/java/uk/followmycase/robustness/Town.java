package uk.followmycase.robustness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** The example forces' files, with one provider for all of them instead of the demo. */
final class Town {

  /** The force whose records system sends the cases. */
  static final String FORCE = "thames-valley";

  private static final List<String> FORCES = List.of(FORCE, "humberside", "north-wales");
  private static final String TEXT =
      "provider: notify, sender: Police, settings: {apiKey: property:test.notify, callbackToken: property:test.callback,"
          + " template: 11111111-2222-3333-4444-555555555555, endpoint: \"%s\"}";
  private static final String DISCREET =
      TEXT.replace("Police", "Notices")
          .replace("test.notify", "test.quiet")
          .replace("11-2", "12-2");
  private static final String EMAIL =
      "provider: ses, settings: {region: eu-west-2, accessKey: property:test.access,"
          + " secretKey: property:test.secret, endpoint: \"%s\"}, limits: {atOnce: 8}";

  private Town() {}

  static Path in(Path home, String provider) throws IOException {
    var tenants = home.resolve("tenants");
    FileSystemUtils.copyRecursively(Path.of("tenants"), tenants);
    for (var force : FORCES) {
      var file = tenants.resolve(force).resolve("force.yaml");
      Files.writeString(
          file,
          Files.readString(file)
              .replaceFirst(
                  "(text: .*)provider: demo, sender: [^}]*", "$1" + TEXT.formatted(provider))
              .replaceFirst("(email: .*)provider: demo", "$1" + EMAIL.formatted(provider))
              .replaceFirst(
                  "(discreet-text: .*)provider: demo, sender: [^}]*",
                  "$1" + DISCREET.formatted(provider))
              .replaceFirst(
                  "(discreet-email: .*)provider: demo", "$1" + EMAIL.formatted(provider)));
    }
    return tenants;
  }
}
