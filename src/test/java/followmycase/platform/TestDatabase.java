package followmycase.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;

/**
 * One real PostgreSQL a test run. The change-log is run once; every application context gets a copy
 * of the migrated database, made in milliseconds.
 */
public final class TestDatabase {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private TestDatabase() {}

  /** Name of a fresh, migrated database. */
  public static synchronized String fresh() {
    var name = "test_" + COUNT.incrementAndGet();
    asSuperuser(
        "postgres",
        "create database " + name + " owner portal_owner template followmycase strategy file_copy");
    asSuperuser("postgres", "revoke all on database " + name + " from public");
    asSuperuser("postgres", "grant connect on database " + name + " to portal_app");
    return name;
  }

  /** Address of a database for a role; the server trusts the loopback address. */
  public static String url(String database, String role) {
    return SERVER.getJdbcUrl(role, database);
  }

  /** Port of the server. */
  public static int port() {
    return SERVER.getPort();
  }

  /** Runs SQL past every wall, to look at what lies in the tables or to break something. */
  public static void asSuperuser(String database, String sql) {
    try (var connection = SERVER.getDatabase("postgres", database).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static EmbeddedPostgres start() {
    try {
      var server =
          EmbeddedPostgres.builder()
              .setPGStartupWait(Duration.ofMinutes(2))
              .setServerConfig("max_connections", "300")
              .setServerConfig("shared_buffers", "256MB")
              .start();
      EmbeddedServer.prepare(server);
      migrate(server);
      return server;
    } catch (IOException | SQLException | LiquibaseException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void migrate(EmbeddedPostgres server) throws SQLException, LiquibaseException {
    try (var connection =
        server.getDatabase("portal_owner", EmbeddedServer.DATABASE).getConnection()) {
      var database =
          DatabaseFactory.getInstance()
              .findCorrectDatabaseImplementation(new JdbcConnection(connection));
      database.setDefaultSchemaName("plumbing");
      database.setLiquibaseSchemaName("plumbing");
      try (var liquibase =
          new Liquibase("db/changelog/master.yaml", new ClassLoaderResourceAccessor(), database)) {
        liquibase.update("");
      }
    }
  }
}
