package uk.followmycase.identity.oauth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.MachineClients;
import uk.followmycase.identity.MachineClients.Scope;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Digests;

/**
 * A records system, and a system that officers work in, for every force of the demo. Their secrets
 * are made at the first start and kept in a file that only the owner can read; the product itself
 * keeps the digest alone.
 */
@Component
@Profile("demo")
@Order(0)
class DemoClients implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(DemoClients.class);
  private static final String OWNER_ONLY = "rw-------";

  private final MachineClients clients;
  private final Forces forces;
  private final Path file;

  DemoClients(
      MachineClients clients, Forces forces, @Value("${followmycase.data:data}") Path data) {
    this.clients = clients;
    this.forces = forces;
    this.file = data.resolve("demo-clients.properties");
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    var secrets = kept();
    for (var force : forces.all()) {
      register(force, "-records", Scope.RECORDS, secrets);
      register(force, "-tasks", Scope.TASKS, secrets);
    }
    keep(secrets);
    LOG.info("Credentials of the demo's machine clients: {}", file.toAbsolutePath());
  }

  private void register(Force force, String ending, Scope scope, Properties secrets) {
    var client = force.slug() + ending;
    var secret = (String) secrets.computeIfAbsent(client, missing -> Digests.token());
    clients.register(force.id(), client, secret, Set.of(scope));
  }

  private Properties kept() throws IOException {
    var secrets = new Properties();
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        secrets.load(reader);
      }
    }
    return secrets;
  }

  /** Whole or not at all, and never readable by others in between. */
  private void keep(Properties secrets) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    var fresh =
        Files.createTempFile(
            folder,
            "demo-clients",
            ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
    try (var writer = Files.newBufferedWriter(fresh)) {
      secrets.store(writer, "Client ids and secrets of the demo's machine clients");
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
