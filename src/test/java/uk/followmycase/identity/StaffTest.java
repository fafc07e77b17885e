package uk.followmycase.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.NodeProgram;

/**
 * The whole product with two forces that share a provider, which one of them has beside its own,
 * and a third with a certified provider. All tests so marked share one product and its providers.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = StaffTest.Providers.class)
@Import({MovableClock.Configuration.class, Probes.class})
@interface StaffTest {

  /** The provider that two forces share. */
  SomeProvider JOINT = new SomeProvider("joint");

  /** The provider of one force alone. */
  SomeProvider OWN = new SomeProvider("own");

  /** The platform's own, which no force lists. */
  SomeProvider NATIONAL = new SomeProvider("national");

  /** A certified provider that others wrote: the only one of the third force. */
  NodeProgram CERTIFIED_PROGRAM =
      NodeProgram.start(
          "certified.mjs",
          "http://sign-in.localhost:8080/staff/back/certified",
          "http://sign-in.localhost:8080/staff/left",
          "http://sign-in.localhost:8080/staff/back-channel",
          SomeProvider.SECRET);

  /** Its issuer. */
  String CERTIFIED = "http://127.0.0.1:" + CERTIFIED_PROGRAM.ports().getFirst();

  /** Lists them with the forces. */
  final class Providers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path FROM = Path.of("tenants");
    private static final Path TO = Path.of("target/staff-tenants");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      copy();
      add("thames-valley", "staff:\n" + listed(JOINT, "tvp") + listed(OWN, "tvp"));
      add("humberside", "staff:\n" + listed(JOINT, "humb"));
      add("north-wales", "staff:\n" + listed("certified", CERTIFIED, "nwp"));
      TestPropertyValues.of(
              "followmycase.tenants=" + TO,
              "followmycase.secrets.of-staff=" + SomeProvider.SECRET,
              "followmycase.national.issuer=" + NATIONAL.issuer(),
              "followmycase.national.client-secret=property:of-staff",
              "followmycase.national.administrators=platform")
          .applyTo(context);
    }

    private static String listed(SomeProvider provider, String prefix) {
      return listed(provider.name(), provider.issuer(), prefix);
    }

    private static String listed(String name, String issuer, String prefix) {
      return """
          - name: %s
            label: {en: Provider %s, cy: Darparwr %s}
            issuer: %s
            clientId: follow-my-case
            clientSecret: property:of-staff
            scopes: [openid, profile]
            claims: {groups: groups, name: name, collarNumber: collar, units: units}
            roles:
              %s-officers: [officer]
              %s-sergeants: [officer, supervisor]
              %s-administrators: [force-administrator, data-protection-officer]
          """
          .formatted(name, name, name, issuer, prefix, prefix, prefix);
    }

    private static void add(String force, String text) {
      var file = TO.resolve(force).resolve("force.yaml");
      try {
        Files.writeString(file, Files.readString(file) + "\n" + text);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    private static void copy() {
      try (Stream<Path> files = Files.walk(FROM)) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          var target = TO.resolve(FROM.relativize(file).toString());
          Files.createDirectories(target.resolveSibling(""));
          Files.writeString(target, Files.readString(file));
        }
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
