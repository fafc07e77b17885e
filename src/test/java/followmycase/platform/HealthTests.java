package followmycase.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.StandardEnvironment;
import uk.followmycase.Application;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Browser.Page;

/** What a load balancer or an orchestrator asks, and that it can ask for nothing else. */
@SpringBootTest(
    classes = Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "management.server.port=0")
class HealthTests {

  private static final String LIVENESS = "/actuator/health/liveness";
  private static final String READINESS = "/actuator/health/readiness";
  private static final String POD = "10.1.2.3";

  @LocalServerPort private int sites;
  @LocalManagementPort private int management;
  @Autowired private TestDatabaseAutoConfiguration.Name database;

  @Test
  void bothAreAnsweredWhateverTheHostAndSayNothingMore() {
    for (var path : new String[] {LIVENESS, READINESS}) {
      var answer = ask(POD, path);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }
  }

  @Test
  void withoutItsDatabaseItIsAliveAndNotReady() {
    try {
      allowConnections(false);
      assertThat(ask(POD, READINESS).status()).isEqualTo(503);
      assertThat(ask(POD, READINESS).body()).isEqualTo("{\"status\":\"DOWN\"}");
      assertThat(ask(POD, LIVENESS).status()).isEqualTo(200);
    } finally {
      allowConnections(true);
    }
    await().until(() -> ask(POD, READINESS).status() == 200);
  }

  @Test
  void thatPortServesNothingElse() {
    for (var host : new String[] {POD, "localhost", "thames-valley.localhost", "api.localhost"}) {
      for (var path : new String[] {"/", "/cases", "/actuator", "/actuator/env", "/sign-in"}) {
        assertThat(ask(host, path).status()).as(host + path).isEqualTo(404);
      }
      assertThat(ask(host, "/api/v1/feed").status()).as(host).isIn(401, 404);
    }
  }

  @Test
  void theSitesSayNothingOfHealth() {
    for (var host :
        new String[] {POD, "localhost", "thames-valley.localhost", "sign-in.localhost"}) {
      assertThat(new Browser(sites).get(host, READINESS).status()).as(host).isEqualTo(404);
    }
  }

  @Test
  void productionHasThatPortAndStandsBehindATlsProxy() {
    var production = new StandardEnvironment();
    production.setActiveProfiles("production");
    ConfigDataEnvironmentPostProcessor.applyTo(production);
    assertThat(production.getProperty("management.server.port")).isEqualTo("8081");
    assertThat(production.getProperty("followmycase.sites.scheme")).isEqualTo("https");
    assertThat(production.getProperty("server.forward-headers-strategy")).isEqualTo("native");
  }

  private Page ask(String host, String path) {
    return new Browser(management).get(host, path);
  }

  private void allowConnections(boolean allowed) {
    var name = database.value();
    TestDatabase.asSuperuser(
        "postgres", "alter database " + name + " allow_connections " + allowed);
    if (!allowed) {
      TestDatabase.asSuperuser(
          "postgres",
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }
  }
}
