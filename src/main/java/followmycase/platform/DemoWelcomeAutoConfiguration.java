package followmycase.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;

/** Tells whoever started the demo where to go and who may sign in. */
@AutoConfiguration
@Profile("demo")
class DemoWelcomeAutoConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger("Follow My Case");

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  ApplicationRunner demoWelcome(
      Forces forces, Sites sites, @Value("${followmycase.data}") Path data) {
    return arguments -> LOG.info("{}", String.join("\n", lines(forces, sites, data)));
  }

  private static List<String> lines(Forces forces, Sites sites, Path data) {
    var landing = sites.address(sites.landing());
    var lines = new ArrayList<>(List.of("ready. Ctrl-C stops it.", ""));
    lines.add(line("Start here", landing, ""));
    for (var force : forces.all()) {
      lines.add(line("Portal", sites.address(force), name(force)));
    }
    lines.add(line("Phone and mailbox", landing + "/outbox", "everybody invited may sign in:"));
    lines.add(
        line("", "", "open a message here, follow its link, and take the code from here too"));
    lines.add(line("Records API", sites.address(sites.api()) + "/api/openapi", ""));
    lines.add(line("", "", "its clients and their secrets: " + clients(data)));
    lines.add("");
    return lines;
  }

  private static String line(String what, String where, String more) {
    return "  %-18s %-44s %s".formatted(what, where, more).stripTrailing();
  }

  private static String name(Force force) {
    return force.settings().name().getOrDefault("en", force.slug())
        + (force.settings().open() ? "" : " (closed)");
  }

  private static Path clients(Path data) {
    return data.resolve("demo-clients.properties").toAbsolutePath().normalize();
  }
}
