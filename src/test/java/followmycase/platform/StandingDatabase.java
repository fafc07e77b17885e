package followmycase.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A durable PostgreSQL that stands apart from the products that use it, at one port for life, and
 * can be stopped, killed and started again under them.
 */
public final class StandingDatabase implements AutoCloseable {

  private final Path home;
  private final int port;
  private @Nullable EmbeddedPostgres server;

  private StandingDatabase(Path home, int port) {
    this.home = home;
    this.port = port;
  }

  /** A fresh one with its roles, in a folder. */
  public static StandingDatabase in(Path folder) {
    try (var free = new ServerSocket(0)) {
      var database = new StandingDatabase(folder, free.getLocalPort());
      free.close();
      EmbeddedServer.prepare(database.started());
      return database;
    } catch (IOException | SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Starts it again, after whatever ended it. */
  public void start() {
    try {
      // Processes come and go in numbers: the one named there may be another's by now.
      Files.deleteIfExists(data().resolve("postmaster.pid"));
      started();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private EmbeddedPostgres started() throws IOException {
    var fresh =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(data())
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(program().toFile())
            .setPGStartupWait(Duration.ofMinutes(1))
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("shared_buffers", "128MB")
            .start();
    server = fresh;
    return fresh;
  }

  /** Stops it as an operator does, cutting off who is connected. */
  public void stop() {
    try {
      if (server != null) {
        server.close();
        server = null;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Kills all its processes, as a machine that goes down does. */
  public void kill() {
    var processes =
        ProcessHandle.allProcesses()
            .filter(one -> one.info().command().filter(this::isOurs).isPresent())
            .toList();
    processes.forEach(ProcessHandle::destroyForcibly);
    processes.forEach(one -> one.onExit().join());
    // There is nobody left to be stopped, which it would say at length.
    var log = (Logger) LoggerFactory.getLogger(EmbeddedPostgres.class);
    log.setLevel(Level.OFF);
    stop();
    log.setLevel(null);
  }

  private boolean isOurs(String command) {
    return command.startsWith(program().toString());
  }

  /** Its address, without a role. */
  public String address() {
    return address(port);
  }

  /** Its address for whoever reaches it by another port. */
  public static String address(int port) {
    return "jdbc:postgresql://localhost:" + port + "/" + EmbeddedServer.DATABASE;
  }

  /** The port at which it stands. */
  public int port() {
    return port;
  }

  /** Looks past every wall. */
  public JdbcClient superuser() {
    return JdbcClient.create(new DriverManagerDataSource(address(), "postgres", ""));
  }

  private Path data() {
    return home.resolve("standing");
  }

  private Path program() {
    return home.resolve("standing-program");
  }

  @Override
  public void close() {
    stop();
  }
}
