package uk.followmycase.cases.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;

/** What the API document says of single reports. */
@Tag(name = "Reports", description = "One report a call.")
interface RecordsDocument {

  String KEY =
      "1 to 255 visible characters. The same call again gets the very same answer for 30 days.";

  @Operation(
      operationId = "putCase",
      summary = "Put a whole case",
      description =
          "Takes the whole state of a case as the records system has it. An older version never"
              + " overwrites a newer; updates that the case leaves out stay.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = CaseBody.class))))
  @ApiResponse(
      responseCode = "200",
      description = "It stands",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AnswerBody.class)))
  @Conflicting
  ResponseEntity<byte[]> putCase(
      @Parameter(description = KEY) @Nullable String key,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) Authentication caller);

  @Operation(
      operationId = "addUpdate",
      summary = "Add an update",
      description = "Adds one update to a timeline, also before its case has come.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = UpdateBody.AddBody.class))))
  @ApiResponse(
      responseCode = "200",
      description = "It stands",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AnswerBody.class)))
  @Conflicting
  ResponseEntity<byte[]> addUpdate(
      @Parameter(description = KEY) @Nullable String key,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) Authentication caller);

  @Operation(
      operationId = "withdrawUpdate",
      summary = "Withdraw an update",
      description =
          "Takes an update back for good, also before it has come. Nothing of it is kept but that"
              + " it was withdrawn.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = UpdateBody.WithdrawBody.class))))
  @ApiResponse(
      responseCode = "200",
      description = "It is withdrawn",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AnswerBody.class)))
  @Conflicting
  ResponseEntity<byte[]> withdrawUpdate(
      @Parameter(description = KEY) @Nullable String key,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) Authentication caller);
}
