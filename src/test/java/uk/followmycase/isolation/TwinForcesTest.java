package uk.followmycase.isolation;

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

/**
 * The whole product, serving two forces that differ in their names alone: a reference of the one is
 * a good reference of the other, so that nothing but the wall keeps them apart.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TwinForcesTest.Twins.class)
@Import(MovableClock.Configuration.class)
@interface TwinForcesTest {

  /** Folder of the one force. */
  String ONE = "ebbshire";

  /** Folder of the other. */
  String OTHER = "flowshire";

  /** Lays out their files. */
  final class Twins implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path FROM = Path.of("tenants");
    private static final Path TO = Path.of("target/twin-tenants");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      copy("_default", "_default");
      copy("schema", "schema");
      copy("humberside", ONE);
      copy("humberside", OTHER);
      TestPropertyValues.of("followmycase.tenants=" + TO).applyTo(context);
    }

    private static void copy(String from, String to) {
      try (Stream<Path> files = Files.walk(FROM.resolve(from))) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          var target = TO.resolve(to).resolve(FROM.resolve(from).relativize(file).toString());
          Files.createDirectories(target.resolveSibling(""));
          var text = Files.readString(file).replace("humberside", to).replace("Humberside", to);
          Files.writeString(target, text);
        }
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
