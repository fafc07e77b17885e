package uk.followmycase.cases.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.util.FileSystemUtils;

/** The product with a force whose own system is told of tasks, impatiently. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@ContextConfiguration(initializers = WebhookTest.Told.class)
@interface WebhookTest {

  /** The system. */
  Receiver RECEIVER = new Receiver();

  /** Two keys, as while one takes the other's place. */
  String OLD_KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  /** The one that takes its place. */
  String NEW_KEY = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

  /** Names it in the force's file. */
  final class Told implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path FOLDER = Path.of("target/webhook-tenants");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      try {
        FileSystemUtils.deleteRecursively(FOLDER);
        FileSystemUtils.copyRecursively(Path.of("tenants"), FOLDER);
        var file = FOLDER.resolve("thames-valley/force.yaml");
        Files.writeString(file, Files.readString(file) + webhook());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      TestPropertyValues.of(
              "followmycase.tenants=" + FOLDER,
              "followmycase.task-webhooks.private-addresses=true",
              "followmycase.task-webhooks.poll=100ms",
              "followmycase.task-webhooks.answer-within=500ms",
              "followmycase.task-webhooks.lease=1s",
              "followmycase.task-webhooks.back-off=20ms",
              "followmycase.task-webhooks.back-off-most=100ms",
              "followmycase.secrets.old-hook=" + OLD_KEY,
              "followmycase.secrets.new-hook=" + NEW_KEY)
          .applyTo(context);
    }

    private static String webhook() {
      return """

          taskWebhook:
            url: %s
            keys:
              - {id: old, secret: property:old-hook}
              - {id: new, secret: property:new-hook}
          """
          .formatted(RECEIVER.url());
    }
  }
}
