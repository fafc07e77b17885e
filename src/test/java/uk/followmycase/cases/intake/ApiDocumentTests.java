package uk.followmycase.cases.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.support.Browser;

/** The API document is whole, and the one that is kept is the one that is served. */
@IdentityTest
class ApiDocumentTests {

  private static final Path KEPT = Path.of("docs/api/openapi.json");
  private static final JsonMapper JSON = JsonMapper.shared();

  @LocalServerPort int port;

  @Test
  void theKeptDocumentIsTheServedOne() throws IOException {
    var served = served();
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(
          KEPT, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(served) + "\n");
    }
    assertThat(JSON.readTree(Files.readString(KEPT)))
        .as("docs/api/openapi.json is written from the code; ./dev docs writes it anew")
        .isEqualTo(served);
  }

  @Test
  void everyCallSaysWhatItDoesTakesAndAnswers() {
    var lacking = new ArrayList<String>();
    served()
        .get("paths")
        .forEachEntry(
            (path, calls) ->
                calls.forEachEntry(
                    (method, call) -> {
                      for (var wanted :
                          List.of(
                              "/operationId",
                              "/summary",
                              "/description",
                              "/tags/0",
                              "/responses/200/content",
                              "/responses/401/content",
                              "/responses/422/content",
                              "/responses/429/headers/Retry-After")) {
                        if (call.at(wanted).isMissingNode()) {
                          lacking.add(method + " " + path + " lacks " + wanted);
                        }
                      }
                      if (!method.equals("get")
                          && call.at("/requestBody/content").isMissingNode()) {
                        lacking.add(method + " " + path + " lacks a body");
                      }
                    }));
    assertThat(lacking).isEmpty();
    assertThat(served().at("/components/securitySchemes/records/flows/clientCredentials/tokenUrl"))
        .isNotNull();
    assertThat(
            served().at("/components/schemas/Case/properties/otherParties/writeOnly").asBoolean())
        .isTrue();
  }

  private JsonNode served() {
    return JSON.readTree(new Browser(port).get("api.localhost", "/api/openapi").body());
  }
}
