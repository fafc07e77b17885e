package uk.followmycase.cases.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;

/** What the API document says of streams. */
@Tag(name = "Streams", description = "Many reports a call, one a line.")
interface StreamDocument {

  @Operation(
      operationId = "stream",
      summary = "Stream many reports",
      description =
          "One JSON object a line of up to 256 KiB, one answer line for each, in their order."
              + " Lines are stored in chunks of up to 500 lines or 250 ms; answers are written when"
              + " their chunk has been committed, so that whatever has an answer is safe. Read"
              + " while you send: who does not read for 30 seconds is cut off, and resumes by"
              + " sending again. The token is asked for when the stream opens; a client that is"
              + " switched off is stopped at the next chunk.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = StreamApi.NDJSON,
                      schema = @Schema(implementation = LineBody.class),
                      examples =
                          @ExampleObject(
                              name = "two lines",
                              value =
                                  """
                                  {"withdrawal": {"reference": "42/12345/26", "updateId": "U-3"}}
                                  {"case": {"reference": "42/12345/27", "version": 1, "kind": "incident", "status": "Recorded"}}
                                  """))))
  @ApiResponse(
      responseCode = "200",
      description = "One answer a line, also for lines that are refused",
      content =
          @Content(
              mediaType = StreamApi.NDJSON,
              schema = @Schema(implementation = AnswerBody.class)))
  void stream(
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) HttpServletResponse response,
      @Parameter(hidden = true) Authentication caller);
}
