package followmycase.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.mock.env.MockEnvironment;

/** The JDK's older HTTP client waits for a time only, and says nothing twice. */
class HttpConductTests {

  private static final List<String> NAMES =
      List.of(
          "sun.net.http.retryPost",
          "sun.net.client.defaultConnectTimeout",
          "sun.net.client.defaultReadTimeout");

  private final Properties before = (Properties) System.getProperties().clone();

  @BeforeEach
  void asTheJdkComes() {
    NAMES.forEach(System::clearProperty);
  }

  @AfterEach
  void restore() {
    System.setProperties(before);
  }

  private static List<String> conduct(MockEnvironment environment) {
    SpringFactoriesLoader.forDefaultResourceLocation()
        .load(EnvironmentPostProcessor.class, FailureHandler.handleMessage((what, why) -> {}))
        .stream()
        .filter(HttpConduct.class::isInstance)
        .forEach(it -> it.postProcessEnvironment(environment, new SpringApplication()));
    return NAMES.stream().map(name -> System.getProperty(name, "")).toList();
  }

  @Test
  void itIsSetBeforeAnythingStarts() {
    assertThat(conduct(new MockEnvironment())).containsExactly("false", "3000", "9000");
  }

  @Test
  void theWaitsAreTheDeploymentsOwn() {
    var environment =
        new MockEnvironment()
            .withProperty("followmycase.delivery.connect-within", "1s")
            .withProperty("followmycase.delivery.call-within", "5s");
    assertThat(conduct(environment)).containsExactly("false", "1000", "5000");
  }

  @Test
  void whatTheOperatorSaysStands() {
    System.setProperty("sun.net.client.defaultReadTimeout", "7");
    assertThat(conduct(new MockEnvironment())).containsExactly("false", "3000", "7");
  }
}
