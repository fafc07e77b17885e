package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.support.Browser;
import uk.followmycase.support.OneForceClosed;
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

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  private Browser wire;

  @BeforeEach
  void wire() {
    wire = new Browser(port);
  }

  @DynamicPropertySource
  static void oneForceIsClosed(DynamicPropertyRegistry settings) throws IOException {
    OneForceClosed.in(tenants);
    settings.add("followmycase.tenants", tenants::toString);
  }

  @Test
  void itsRecordsSystemIsToldSoAtEveryDoor() {
    var closed = token(force(false), "closed-records");
    assertThat(doors()).hasSizeGreaterThan(5);
    for (var door : doors()) {
      var refused = wire.ask(door.method(), "api.localhost", door.path(), bearer(closed));
      assertThat(refused.status()).as(door.toString()).isEqualTo(403);
      assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
      assertThat(json.readTree(refused.body()).get("type").asString())
          .isEqualTo("/problems/force-closed");
    }
  }

  @Test
  void theOthersDoNotNotice() {
    var open = token(force(true), "open-records");
    assertThat(wire.get("api.localhost", "/api/probe", bearer(open)).status()).isEqualTo(200);
  }

  /** A method and a path of the records API. */
  private record Door(String method, String path) {}

  private List<Door> doors() {
    return mappings.getHandlerMethods().keySet().stream()
        .flatMap(
            mapping ->
                mapping.getPatternValues().stream()
                    .filter(path -> path.startsWith("/api/v"))
                    .map(path -> new Door(method(mapping), path.replace("{task}", "A".repeat(22)))))
        .toList();
  }

  private static String method(RequestMappingInfo mapping) {
    return mapping.getMethodsCondition().getMethods().iterator().next().name();
  }

  private ForceId force(boolean open) {
    return forces.all().stream()
        .filter(force -> force.settings().open() == open)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private String token(ForceId force, String client) {
    var secret = Digests.token();
    clients.register(force, client, secret, EnumSet.allOf(MachineClients.Scope.class));
    var form =
        Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret);
    var answer = wire.post("sign-in.localhost", "/oauth2/token", form);
    return json.readTree(answer.body()).get("access_token").asString();
  }

  private static String[] bearer(String token) {
    return new String[] {"Authorization", "Bearer " + token};
  }
}
