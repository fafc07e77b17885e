package followmycase.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.followmycase.support.RunningProduct;

/** Kills the real product at every awkward moment of its life, and starts it again. */
class KilledStartTests {

  private static final String ENDLESS_MIGRATION =
      """
      --liquibase formatted sql
      --changeset test:endless
      select pg_sleep(3600);
      """;

  private static final String ENDLESS_ONES =
      "select pid from pg_stat_activity where query like '%pg_sleep(3600)%' and pid <> pg_backend_pid()";

  @TempDir private Path home;

  private @Nullable RunningProduct product;

  @AfterEach
  void leaveNothingRunning() {
    if (product != null) {
      product.close();
    }
  }

  @Test
  void theNextStartComesUpAndHasAllThatWasConfirmed() throws IOException {
    killedWhenThereIs("postgres/PG_VERSION");
    killedWhenThereIs("postgres/postmaster.pid");
    killedInTheMiddleOfAMigration();
    killedAlone();
    killedWithItsDatabase();
    var last = started();
    assertThat(notes(last)).containsExactlyInAnyOrder("alone", "with its database");
    aSecondOneIsRefused();
    assertThat(last.databaseProcesses()).as("untouched by the refused one").isNotEmpty();
    last.stop();
    assertThat(last.databaseProcesses()).as("left running after a clean stop").isEmpty();
  }

  /** Somewhere in the first start, with the database half made. */
  private void killedWhenThereIs(String file) {
    var starting = launched();
    await()
        .pollInterval(Duration.ofMillis(2))
        .atMost(Duration.ofMinutes(1))
        .until(() -> Files.exists(home.resolve(file)));
    starting.kill();
    assertThat(home.resolve("postgres.unfinished")).exists();
  }

  /** Liquibase's lock must not outlive its holder. */
  private void killedInTheMiddleOfAMigration() throws IOException {
    var log = Files.writeString(home.resolve("endless.sql"), ENDLESS_MIGRATION);
    var migrating = launched("--spring.liquibase.change-log=file:" + log);
    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .until(() -> !migrating.ask(ENDLESS_ONES).isEmpty());
    migrating.kill();
  }

  private void killedAlone() {
    var first = started();
    note(first, "alone");
    first.kill();
    assertThat(first.databaseProcesses()).as("its database runs on").isNotEmpty();
  }

  private void killedWithItsDatabase() {
    var second = started();
    assertThat(second.output()).contains("Stopping the database that an earlier run left");
    assertThat(notes(second)).containsExactly("alone");
    note(second, "with its database");
    second.killWithDatabase();
  }

  private void aSecondOneIsRefused() {
    var second = RunningProduct.launch(home);
    assertThat(second.awaitExit()).isNotZero();
    assertThat(second.output())
        .contains("Another Follow My Case is running on the data folder", "Stop it, or start this");
  }

  private RunningProduct launched(String... settings) {
    return product = RunningProduct.launch(home, settings);
  }

  private RunningProduct started() {
    return product = RunningProduct.start(home);
  }

  private static void note(RunningProduct product, String text) {
    product.ask(
        "insert into plumbing.scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
            + " values ('note', '"
            + text
            + "', 'infinity', false, 1) returning task_instance");
  }

  private static List<String> notes(RunningProduct product) {
    return product.ask(
        "select task_instance from plumbing.scheduled_tasks where task_name = 'note'");
  }
}
