package followmycase.platform;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * A PostgreSQL of our own where no {@code spring.datasource.url} is given, so that the product
 * starts with nothing installed. Durable; never in production.
 */
@AutoConfiguration(before = {DataSourceAutoConfiguration.class, LiquibaseAutoConfiguration.class})
@ConditionalOnMissingBean(JdbcConnectionDetails.class)
@ConditionalOnExpression("'${spring.datasource.url:}' == ''")
class EmbeddedDatabaseAutoConfiguration {

  private static final String APPLICATION = "portal_app";
  private static final String MIGRATION = "portal_owner";

  @Bean(destroyMethod = "close")
  EmbeddedServer embeddedServer(Environment environment) throws IOException {
    if (environment.acceptsProfiles(Profiles.of("production"))) {
      throw new CannotStart(
          "Production needs a PostgreSQL of its own",
          "Set spring.datasource.url, and spring.liquibase.user for the migration role"
              + " (see docs/runbooks/database.md).");
    }
    return EmbeddedServer.start(Path.of(environment.getProperty("followmycase.data", "data")));
  }

  @Bean
  JdbcConnectionDetails applicationConnection(EmbeddedServer server) {
    return new ApplicationConnection(server.url(APPLICATION));
  }

  @Bean
  LiquibaseConnectionDetails migrationConnection(EmbeddedServer server) {
    return new MigrationConnection(server.url(MIGRATION));
  }

  /** The embedded server trusts the loopback address: there is no password. */
  record ApplicationConnection(String jdbcUrl) implements JdbcConnectionDetails {

    @Override
    public String getUsername() {
      return APPLICATION;
    }

    @Override
    public String getPassword() {
      return "";
    }

    @Override
    public String getJdbcUrl() {
      return jdbcUrl;
    }
  }

  /** One record cannot serve as both: each kind must be found once. */
  record MigrationConnection(String jdbcUrl) implements LiquibaseConnectionDetails {

    @Override
    public String getUsername() {
      return MIGRATION;
    }

    @Override
    public String getPassword() {
      return "";
    }

    @Override
    public String getJdbcUrl() {
      return jdbcUrl;
    }
  }
}
