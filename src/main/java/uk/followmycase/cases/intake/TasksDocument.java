package uk.followmycase.cases.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;

/** What the API document says of tasks. */
@Tag(
    name = "Tasks",
    description =
        "What waits for officers, for a system that they work in. Wants a client and a token of the"
            + " scope `tasks`.")
interface TasksDocument {

  String JSON = "application/json";
  String PROBLEM = "application/problem+json";
  String UNKNOWN =
      "`/problems/unknown-task`: there is none, or the officer has no part in its case";

  @Operation(
      operationId = "listTasks",
      summary = "List what is open",
      description =
          "By when it is due. Each call is kept in the audit trail as a disclosure to the system.")
  @ApiResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(mediaType = JSON, schema = @Schema(implementation = TaskBody.Page.class)))
  @ApiResponse(
      responseCode = "422",
      description =
          "`/problems/invalid`: a parameter is not right, or `after` is no `next` of this force's"
              + " list; send `next` of the page before, or leave it out to start anew",
      content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
  ResponseEntity<byte[]> listTasks(
      @Parameter(description = "Only of these kinds") @Nullable List<String> kind,
      @Parameter(
              description = "Only what is due before this time",
              schema = @Schema(format = "date-time"))
          @Nullable String dueBefore,
      @Parameter(
              description = "Only what somebody is at, or only what nobody is at",
              schema = @Schema(type = "boolean"))
          @Nullable String taken,
      @Parameter(description = "`next` of the page before") @Nullable String after,
      @Parameter(
              description = "How many at most",
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "50"))
          @Nullable String limit,
      @Parameter(hidden = true) Authentication caller);

  @Operation(
      operationId = "getTask",
      summary = "Get a task",
      description = "Also one that has ended. Kept in the audit trail as a disclosure.")
  @ApiResponse(
      responseCode = "200",
      description = "The task",
      content = @Content(mediaType = JSON, schema = @Schema(implementation = TaskBody.class)))
  @ApiResponse(
      responseCode = "404",
      description = UNKNOWN,
      content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
  ResponseEntity<byte[]> getTask(String task, @Parameter(hidden = true) Authentication caller);

  @Operation(
      operationId = "takeTask",
      summary = "Take a task",
      description = "The officer sees to it from now on, perhaps in a colleague's place.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = JSON,
                      schema = @Schema(implementation = TaskWishBody.Take.class))))
  @ActsOnTask
  ResponseEntity<byte[]> takeTask(
      String task,
      @Parameter(description = RecordsDocument.KEY) @Nullable String key,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) Authentication caller);

  @Operation(
      operationId = "answerTask",
      summary = "Answer a task",
      description =
          "Says what became of it. The officer stands in the audit trail as acting through the"
              + " client.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = JSON,
                      schema = @Schema(implementation = TaskWishBody.Answer.class))))
  @ActsOnTask
  ResponseEntity<byte[]> answerTask(
      String task,
      @Parameter(description = RecordsDocument.KEY) @Nullable String key,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) Authentication caller);

  @Operation(
      operationId = "releaseTask",
      summary = "Release a task",
      description = "It waits for all who have its role again.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = JSON,
                      schema = @Schema(implementation = TaskWishBody.Release.class))))
  @ActsOnTask
  ResponseEntity<byte[]> releaseTask(
      String task,
      @Parameter(description = RecordsDocument.KEY) @Nullable String key,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) Authentication caller);
}
