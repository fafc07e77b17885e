package uk.followmycase.delivery.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * The example forces, each with Amazon's emulators instead of the demo; texts have limits. One
 * force's e-mails go to a provider that does everything wrong.
 */
abstract class ForcesOnAmazon {

  static final FaultyServer FAULTY = FaultyServer.forAllTests();
  static final String TROUBLED = "thames-valley";
  static final int PER_SECOND = 30;
  static final int PER_DAY = 50;

  private static final String AMAZON =
      "region: eu-west-2, accessKey: property:test.key, secretKey: property:test.secret";
  private static final String TEXT =
      "provider: sns, sender: Police, settings: {%s, maximumPrice: 0.08, endpoint: \"%s\"},"
          + " limits: {%s}";
  private static final String EMAIL =
      "provider: ses, settings: {%s, configurationSet: receipts, endpoint: \"%s\"}";

  @DynamicPropertySource
  static void forces(DynamicPropertyRegistry properties) {
    properties.add("followmycase.tenants", ForcesOnAmazon::tenants);
    properties.add("followmycase.delivery.call-within", () -> "20s");
    properties.add("followmycase.secrets.test.key", () -> "AKIAEXAMPLE");
    properties.add("followmycase.secrets.test.secret", () -> "a-secret");
  }

  private static String tenants() {
    try {
      var tenants = Files.createTempDirectory("tenants");
      FileSystemUtils.copyRecursively(Path.of("tenants"), tenants);
      for (var force : List.of("humberside", "north-wales", "thames-valley")) {
        move(tenants.resolve(force).resolve("force.yaml"), force.equals(TROUBLED));
      }
      return tenants.toString();
    } catch (IOException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }

  private static void move(Path file, boolean troubled) throws IOException {
    var budget = "perSecond: %d, perDay: %d".formatted(PER_SECOND, PER_DAY);
    var text = TEXT.formatted(AMAZON, Emulators.running().sns(), budget);
    var ses = troubled ? FAULTY.address() : Emulators.running().ses().toString();
    var email = EMAIL.formatted(AMAZON, ses);
    Files.writeString(
        file,
        Files.readString(file)
            .replaceFirst("(text: .*)provider: demo, sender: [^}]*", "$1" + text)
            .replaceFirst("(email: .*)provider: demo", "$1" + email)
            .replaceFirst(
                "(discreet-text: .*)provider: demo, sender: [^}]*",
                "$1" + text.replace("Police", "Notices").replace(budget, "atOnce: 8"))
            .replaceFirst("(discreet-email: .*)provider: demo", "$1" + email));
  }
}
