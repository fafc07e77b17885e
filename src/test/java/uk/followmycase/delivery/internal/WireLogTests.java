package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;

/** An operator who turns every log on still reads nothing about anybody. */
@ExtendWith(OutputCaptureExtension.class)
class WireLogTests {

  private static final String LEVEL = "logging.level.";
  private static final String NOISE = "everything is logged";

  private final LoggingSystem logging = LoggingSystem.get(WireLogTests.class.getClassLoader());

  @BeforeEach
  void everything() {
    logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.TRACE);
    var yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new ClassPathResource("application.yaml"));
    Objects.requireNonNull(yaml.getObject())
        .forEach(
            (name, value) -> {
              if (name.toString().startsWith(LEVEL)) {
                var level = LogLevel.valueOf(value.toString().toUpperCase(Locale.ROOT));
                logging.setLogLevel(name.toString().substring(LEVEL.length()), level);
              }
            });
  }

  @AfterEach
  void asBefore() {
    logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
  }

  @Test
  void whatAmazonSaysAndIsToldStandsInNoLog(CapturedOutput output) throws Exception {
    var aws =
        new AwsClients(Parcels.secrets("a.key", "AKIACANARY", "a.secret", "shh"), Parcels.SETTINGS);
    var ses = new SesProvider(aws);
    try (var server = new FaultyServer()) {
      var via =
          Parcels.sender(
              "ses",
              "no-reply@a-force.example",
              "region",
              "eu-west-2",
              "endpoint",
              server.address(),
              "accessKey",
              "property:a.key",
              "secretKey",
              "property:a.secret");
      LoggerFactory.getLogger(WireLogTests.class).trace(NOISE);
      for (var status : new int[] {200, 400, 429, 500}) {
        server.answers(status, "{\"message\": \"about canary\"}");
        assertThat(ses.send(Parcels.email(via, "About", "canary-words"), () -> true)).isNotNull();
      }
    } finally {
      ses.destroy();
    }
    assertThat(output).contains(NOISE).doesNotContain("canary", "AKIACANARY", "shh");
  }
}
