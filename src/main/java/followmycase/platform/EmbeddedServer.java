package followmycase.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts PostgreSQL on kept data, also when the last run of ours was killed. */
final class EmbeddedServer {

  static final String DATABASE = "followmycase";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

  private EmbeddedServer() {}

  static EmbeddedPostgres start(Path data) throws IOException, SQLException {
    Files.createDirectories(data);
    stopLeftover(data.resolve("postmaster.pid"));
    var server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(data.resolveSibling("postgres-program").toFile())
            .setRegisterShutdownHook(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("max_wal_size", "2GB")
            .setServerConfig("wal_compression", "lz4")
            .start();
    prepare(server);
    return server;
  }

  /** Makes roles and database where they are missing. */
  static void prepare(EmbeddedPostgres server) throws SQLException, IOException {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(resource("/db/roles.sql"));
      try (var found =
          statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("create database " + DATABASE + " owner portal_owner");
    }
    try (var connection = server.getDatabase("postgres", DATABASE).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(resource("/db/database.sql"));
    }
  }

  private static String resource(String name) throws IOException {
    try (var stream = EmbeddedServer.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("Missing " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A killed run leaves its server behind, holding the data folder. */
  private static void stopLeftover(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) {
      return;
    }
    var lines = Files.readAllLines(pidFile);
    var leftover = lines.isEmpty() ? Optional.<ProcessHandle>empty() : process(lines.getFirst());
    if (leftover.isEmpty()) {
      return;
    }
    LOG.info("Stopping the database that an earlier run left behind");
    leftover.get().destroy();
    try {
      leftover.get().onExit().get(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException stuck) {
      throw new UncheckedIOException(
          new IOException("The database of an earlier run does not stop; stop it by hand", stuck));
    }
  }

  private static Optional<ProcessHandle> process(String pid) {
    return ProcessHandle.of(Long.parseLong(pid.strip()))
        .filter(p -> p.info().command().map(c -> c.endsWith("postgres")).orElse(false));
  }
}
