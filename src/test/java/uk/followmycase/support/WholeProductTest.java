package uk.followmycase.support;

import static org.springframework.test.context.TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.ServerSocket;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import uk.followmycase.web.admin.trail.WrittenNotes;

/**
 * The whole product in the demo profile, on a port that it knows: its links can be followed by a
 * real browser. All tests so marked share one running product.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@ActiveProfiles("demo")
@ContextConfiguration(initializers = WholeProductTest.OnAPort.class)
@Import(MovableClock.Configuration.class)
@TestExecutionListeners(listeners = WrittenNotes.class, mergeMode = MERGE_WITH_DEFAULTS)
public @interface WholeProductTest {

  /** The port of all hosts. */
  int PORT = OnAPort.FREE;

  /** Tells the product its port before it starts. */
  final class OnAPort implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final int FREE = free();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertyValues.of("server.port=" + FREE, "followmycase.sites.port=" + FREE)
          .applyTo(context);
    }

    private static int free() {
      try (var socket = new ServerSocket(0)) {
        return socket.getLocalPort();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
