package followmycase.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Which database roles the program runs with. */
class WalledRoleTests {

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "portal_owner"})
  void aRoleThatWallsDoNotStopIsRefused(String role) {
    assertThatThrownBy(() -> WalledRoleAutoConfiguration.check(as(role)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("walls between forces");
  }

  @Test
  void theApplicationsRoleIsTaken() {
    assertThatCode(() -> WalledRoleAutoConfiguration.check(as("portal_app")))
        .doesNotThrowAnyException();
  }

  private static JdbcClient as(String role) {
    return JdbcClient.create(
        new DriverManagerDataSource(TestDatabase.url("followmycase", role), role, ""));
  }
}
