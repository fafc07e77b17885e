package followmycase.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;
import org.springframework.context.annotation.Bean;

/**
 * Gives each application context of the tests a fresh database, or one that another context has
 * where {@code test.database} names it.
 */
@AutoConfiguration(before = EmbeddedDatabaseAutoConfiguration.class)
public class TestDatabaseAutoConfiguration {

  /** Name of this context's database. */
  public record Name(String value) {}

  @Bean
  Name testDatabaseName(@Value("${test.database:}") String shared) {
    return new Name(shared.isEmpty() ? TestDatabase.fresh() : shared);
  }

  @Bean
  JdbcConnectionDetails testConnection(Name name) {
    return new EmbeddedDatabaseAutoConfiguration.ApplicationConnection(
        TestDatabase.url(name.value(), "portal_app"));
  }

  @Bean
  LiquibaseConnectionDetails testMigrationConnection(Name name) {
    return new EmbeddedDatabaseAutoConfiguration.MigrationConnection(
        TestDatabase.url(name.value(), "portal_owner"));
  }
}
