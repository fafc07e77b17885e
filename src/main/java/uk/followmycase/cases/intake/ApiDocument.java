package uk.followmycase.cases.intake;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.followmycase.cases.desk.TaskAnswer;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.tenancy.Sites;

/** What the API document says of the API as a whole, and of every call. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

  private static final String TOKEN = "records";

  /** Bodies, which are refused with any field that they do not know. */
  private static final List<String> STRICT =
      List.of(
          "Case",
          "Occurred",
          "Area",
          "Told",
          "Officer",
          "Person",
          "Contact",
          "OtherParty",
          "OtherPartyContact",
          "Update",
          "AddedUpdate",
          "WithdrawnUpdate",
          "Line",
          "TakenTask",
          "AnsweredTask",
          "ReleasedTask");

  private static final List<String> KINDS =
      Stream.of(TaskKind.values()).filter(kind -> !kind.noticed()).map(TaskKind::key).toList();

  private static final List<String> ANSWERS =
      Stream.of(TaskAnswer.values()).map(TaskAnswer::key).toList();

  /** Refusals that any call may meet. */
  private static final Map<String, String> ANY_CALL =
      Map.of(
          "400", "`/problems/malformed`: not JSON as we read it",
          "401", "No token, or one that is not good any more",
          "403", "`/problems/force-closed`, or a token for something else",
          "413", "`/problems/too-large`: over 256 KiB",
          "415", "`/problems/content-type`",
          "422",
              "`/problems/invalid`: unknown, missing or wrong fields; or"
                  + " `/problems/idempotency-key-reused`",
          "429", "`/problems/too-many-requests`: see Retry-After",
          "503", "`/problems/unavailable`: see Retry-After");

  @Bean
  OpenApiCustomizer recordsApiDocument(Sites sites) {
    return document -> {
      document.setInfo(info());
      document.setServers(List.of(new Server().url(sites.address(sites.api()))));
      document.getComponents().addSecuritySchemes(TOKEN, token(sites));
      ModelConverters.getInstance()
          .readAll(ProblemBody.class)
          .forEach(document.getComponents()::addSchemas);
      document
          .getPaths()
          .values()
          .forEach(path -> path.readOperations().forEach(ApiDocument::anyCall));
      document.setSecurity(List.of(new SecurityRequirement().addList(TOKEN, "records")));
      document.getPaths().forEach(ApiDocument::ofTasks);
      var schemas = document.getComponents().getSchemas();
      words(field(schemas.get("Task"), "kind"), KINDS);
      words(field(schemas.get("AnsweredTask"), "answer"), ANSWERS);
      STRICT.forEach(
          name -> Objects.requireNonNull(schemas.get(name), name).setAdditionalProperties(false));
    };
  }

  private static Schema<?> field(@Nullable Schema<?> schema, String name) {
    var fields = Objects.requireNonNull(schema, name).getProperties();
    return Objects.requireNonNull(fields.get(name), name);
  }

  /** One of the program's own words, so that the document knows each new one. */
  @SuppressWarnings("unchecked")
  private static void words(Schema<?> schema, List<String> words) {
    ((Schema<Object>) schema).setEnum(List.copyOf(words));
  }

  private static void ofTasks(String address, PathItem path) {
    if (address.equals("/api/v1/tasks")) {
      path.getGet().getParameters().stream()
          .filter(parameter -> parameter.getName().equals("kind"))
          .forEach(kind -> words(kind.getSchema().getItems(), KINDS));
    }
    if (address.startsWith("/api/v1/tasks")) {
      var wanted = List.of(new SecurityRequirement().addList(TOKEN, "tasks"));
      path.readOperations().forEach(operation -> operation.setSecurity(wanted));
    }
  }

  private static Info info() {
    return new Info()
        .title("Follow My Case: records API")
        .version("1")
        .description(
            "A force's records system tells us about its cases, and asks what we hold; a system that"
                + " officers work in takes and answers tasks. The client's registration fixes the"
                + " force. docs/api/records.md and docs/api/tasks.md explain it in words.")
        .license(new License().name("MIT").identifier("MIT"));
  }

  private static SecurityScheme token(Sites sites) {
    var flow =
        new OAuthFlow()
            .tokenUrl(sites.issuer() + "/oauth2/token")
            .scopes(
                new Scopes()
                    .addString("records", "Tell and ask about cases")
                    .addString("tasks", "Take and answer tasks for officers"));
    return new SecurityScheme()
        .type(SecurityScheme.Type.OAUTH2)
        .description("Client credentials; a token lives for five minutes.")
        .flows(new OAuthFlows().clientCredentials(flow));
  }

  private static void anyCall(Operation operation) {
    ANY_CALL.forEach(
        (status, description) -> {
          if (!operation.getResponses().containsKey(status)) {
            operation.getResponses().addApiResponse(status, problem(status, description));
          }
        });
  }

  private static ApiResponse problem(String status, String description) {
    var schema = new Schema<>().$ref("#/components/schemas/Problem");
    var response =
        new ApiResponse()
            .description(description)
            .content(
                new Content()
                    .addMediaType("application/problem+json", new MediaType().schema(schema)));
    return status.equals("429") || status.equals("503")
        ? response.addHeaderObject(
            "Retry-After", new Header().description("Seconds to wait").schema(new IntegerSchema()))
        : response;
  }
}
