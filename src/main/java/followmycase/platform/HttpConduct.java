package followmycase.platform;

import java.time.Duration;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * How the JDK's older HTTP client behaves, which some libraries use without saying how. By itself
 * it waits for ever, and sends a POST again when the other side hangs up: a notice would arrive
 * twice, unmarked. It reads this once, so it is set before anything else is.
 */
final class HttpConduct implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    unlessSet("sun.net.http.retryPost", "false");
    unlessSet("sun.net.client.defaultConnectTimeout", millis(environment, "connect-within", 3));
    unlessSet("sun.net.client.defaultReadTimeout", millis(environment, "call-within", 9));
  }

  private static String millis(ConfigurableEnvironment environment, String setting, int seconds) {
    var name = "followmycase.delivery." + setting;
    var most =
        Binder.get(environment).bind(name, Duration.class).orElse(Duration.ofSeconds(seconds));
    return Long.toString(most.toMillis());
  }

  private static void unlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
