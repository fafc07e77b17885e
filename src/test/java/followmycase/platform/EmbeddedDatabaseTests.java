package followmycase.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EmbeddedDatabaseTests {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(EmbeddedDatabaseAutoConfiguration.class));

  @TempDir private Path home;

  @Test
  void productionIsRefusedAndNothingMade() {
    runner
        .withPropertyValues("spring.profiles.active=production", "followmycase.data=" + home)
        .run(
            context -> {
              assertThat(context).getFailure().hasRootCauseInstanceOf(CannotStart.class);
              assertThat(Files.list(home)).isEmpty();
            });
  }

  @Test
  void aDatabaseOfOnesOwnComesFirst() {
    runner
        .withPropertyValues("spring.datasource.url=jdbc:postgresql://db.example/followmycase")
        .run(context -> assertThat(context).doesNotHaveBean(EmbeddedServer.class));
  }
}
