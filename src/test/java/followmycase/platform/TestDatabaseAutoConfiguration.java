package followmycase.platform;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;
import org.springframework.context.annotation.Bean;

/** Gives each application context of the tests a fresh database. */
@AutoConfiguration(before = EmbeddedDatabaseAutoConfiguration.class)
public class TestDatabaseAutoConfiguration {

  /** Name of this context's database. */
  public record Name(String value) {}

  @Bean
  Name testDatabaseName() {
    return new Name(TestDatabase.fresh());
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
