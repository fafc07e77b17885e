package uk.followmycase.cases.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;

/** What the API document says of questions. */
@Tag(name = "Questions", description = "What we hold, and how fresh it is.")
interface HeldDocument {

  @Operation(
      operationId = "getCase",
      summary = "Get what we hold of a case",
      description =
          "For reconciling. Suspects and other parties are not held and never returned. Each call"
              + " is kept in the audit trail as a disclosure to the records system.")
  @ApiResponse(
      responseCode = "200",
      description = "What we hold",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = HeldBody.class)))
  @ApiResponse(
      responseCode = "404",
      description = "`/problems/unknown-case`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  ResponseEntity<byte[]> held(
      @Parameter(
              required = true,
              description = "As the force writes it",
              example = "42/12345/26",
              schema = @Schema(maxLength = 50))
          @Nullable String written,
      @Parameter(hidden = true) Authentication caller);

  @Operation(
      operationId = "getFeed",
      summary = "Get the age of the feed",
      description =
          "When the force's records systems were last heard, and whether that is too long.")
  @ApiResponse(
      responseCode = "200",
      description = "The age of the feed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FeedBody.class)))
  ResponseEntity<byte[]> feed(@Parameter(hidden = true) Authentication caller);
}
