package followmycase.platform;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses to start with a database role that no wall stops. One wrong user name among the settings
 * would let every force's statements see every other's rows, and nothing would look different.
 */
@AutoConfiguration
class WalledRoleAutoConfiguration {

  private static final String UNWALLED =
      """
      select r.rolsuper or r.rolbypassrls or exists (
        select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'police' and pg_has_role(r.oid, c.relowner, 'member'))
      from pg_roles r where r.rolname = current_user
      """;

  @Bean
  SmartInitializingSingleton walledRole(JdbcClient jdbc) {
    return () -> check(jdbc);
  }

  static void check(JdbcClient jdbc) {
    if (jdbc.sql(UNWALLED).query(Boolean.class).single()) {
      throw new CannotStart(
          "The database role of this program may pass or take down the walls between forces",
          "Set spring.datasource.username to portal_app, and only spring.liquibase.user to"
              + " portal_owner (see docs/runbooks/database.md).");
    }
  }
}
