package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Digests;

/** A force that does not take part is told so, and the others do not notice. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Probes.OfApi.class)
class ClosedForceTests {

  @TempDir static Path tenants;

  @LocalServerPort int port;
  @Autowired MachineClients clients;
  @Autowired Forces forces;
  @Autowired JsonMapper json;

  @DynamicPropertySource
  static void oneForceIsClosed(DynamicPropertyRegistry settings) throws IOException {
    copy(Path.of("tenants"));
    var force = firstForce().resolve("force.yaml");
    var text = Files.readString(force).replaceAll("(?m)^open:.*$", "");
    Files.writeString(force, text + "\nopen: false\n");
    settings.add("followmycase.tenants", tenants::toString);
  }

  @Test
  void itsRecordsSystemIsToldSo() {
    var closed = forces.all().stream().filter(force -> !force.settings().open()).toList();
    var open = forces.all().stream().filter(force -> force.settings().open()).toList();
    assertThat(closed).hasSize(1);
    var refused = probe(closed.getFirst().id(), "closed-records");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(json.readTree(refused.body()).get("type").asString())
        .isEqualTo("urn:followmycase:problem:force-closed");
    assertThat(probe(open.getFirst().id(), "open-records").status()).isEqualTo(200);
  }

  private Page probe(ForceId force, String client) {
    var secret = Digests.token();
    clients.register(force, client, secret);
    var wire = new Browser(port);
    var answer =
        wire.post(
            "sign-in.localhost",
            "/oauth2/token",
            Map.of(
                "grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    var token = json.readTree(answer.body()).get("access_token").asString();
    return wire.get("api.localhost", "/api/probe", "Authorization", "Bearer " + token);
  }

  private static Path firstForce() throws IOException {
    try (Stream<Path> folders = Files.list(tenants)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("force.yaml")))
          .filter(folder -> !folder.endsWith("_default"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  private static void copy(Path from) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var target = tenants.resolve(from.relativize(file).toString());
        Files.createDirectories(target.resolveSibling(""));
        Files.copy(file, target);
      }
    }
  }
}
