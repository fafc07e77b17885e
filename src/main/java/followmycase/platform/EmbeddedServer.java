package followmycase.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** PostgreSQL on kept data. It starts whatever moment the last run was killed at. */
final class EmbeddedServer implements Closeable {

  static final String DATABASE = "followmycase";

  /** Long enough to recover after a crash under load. */
  private static final Duration READY_WITHIN = Duration.ofMinutes(1);

  private final DataFolder folder;
  private final EmbeddedPostgres postgres;

  private EmbeddedServer(DataFolder folder, EmbeddedPostgres postgres) {
    this.folder = folder;
    this.postgres = postgres;
  }

  static EmbeddedServer start(Path home) throws IOException {
    var folder = DataFolder.take(home);
    try {
      Leftovers.stop(folder.program());
      return new EmbeddedServer(folder, folder.clear() ? made(folder) : started(folder));
    } catch (IOException | SQLException | RuntimeException failed) {
      Leftovers.stop(folder.program());
      folder.close();
      throw new CannotStart(
          "The embedded database does not start: " + failed.getMessage(),
          "See the end of " + home.resolve("postgres.log").toAbsolutePath() + ".",
          failed);
    }
  }

  private static EmbeddedPostgres made(DataFolder folder) throws IOException, SQLException {
    folder.making();
    var postgres = started(folder);
    prepare(postgres);
    folder.made();
    return postgres;
  }

  /** Its default is fast and forgetful; ours keeps what it confirmed, and says no row's content. */
  private static EmbeddedPostgres started(DataFolder folder) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.database())
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(folder.program().toFile())
        .setRegisterShutdownHook(false)
        .setPGStartupWait(READY_WITHIN)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("shared_buffers", "256MB")
        .setServerConfig("max_wal_size", "2GB")
        .setServerConfig("wal_compression", "on")
        .setServerConfig("log_error_verbosity", "terse")
        .setServerConfig("log_min_error_statement", "panic")
        .setOutputRedirector(folder.log())
        .setErrorRedirector(folder.log())
        .start();
  }

  String url(String role) {
    return postgres.getJdbcUrl(role, DATABASE);
  }

  /** Makes roles and database on a fresh server. */
  static void prepare(EmbeddedPostgres server) throws SQLException, IOException {
    run(server, "postgres", resource("/db/roles.sql"));
    run(server, "postgres", "create database " + DATABASE + " owner portal_owner");
    run(server, DATABASE, resource("/db/database.sql"));
  }

  private static void run(EmbeddedPostgres server, String database, String sql)
      throws SQLException {
    try (var connection = server.getDatabase("postgres", database).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
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

  @Override
  public void close() throws IOException {
    postgres.close();
    folder.close();
  }
}
