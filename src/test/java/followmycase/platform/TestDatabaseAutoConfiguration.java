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
    return new Connection(name.value(), "portal_app");
  }

  @Bean
  LiquibaseConnectionDetails testMigrationConnection(Name name) {
    return new Connection(name.value(), "portal_owner");
  }

  private record Connection(String database, String role)
      implements JdbcConnectionDetails, LiquibaseConnectionDetails {

    @Override
    public String getUsername() {
      return role;
    }

    @Override
    public String getPassword() {
      return "";
    }

    @Override
    public String getJdbcUrl() {
      return TestDatabase.url(database, role);
    }

    @Override
    public String getDriverClassName() {
      return "org.postgresql.Driver";
    }
  }
}
