package uk.followmycase.cases.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** An update of the timeline. */
@Schema(
    name = "Update",
    description =
        "An update of the timeline. It never changes: withdraw it and send another. Either text or"
            + " reason stands.")
record UpdateBody(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            maxLength = 64,
            description = "The records system's own id, once in a case.",
            example = "U-2")
        @Nullable String id,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            format = "date-time",
            example = "2026-04-02T14:30:00Z")
        @Nullable String at,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            allowableValues = {
              "recorded",
              "assigned",
              "enquiry",
              "evidence",
              "suspect",
              "bail",
              "decision",
              "court",
              "outcome",
              "property",
              "support",
              "general"
            })
        @Nullable String kind,
    @Schema(maxLength = 4_000, example = "We have asked for the camera pictures.")
        @Nullable String text,
    @Schema(
            maxLength = 64,
            description = "Key in the force's reason bank.",
            example = "report-received")
        @Nullable String reason) {

  /** One more update for a case. */
  @Schema(name = "AddedUpdate", description = "One more update for a case, perhaps before it.")
  record AddBody(
      @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 50, example = "42/12345/26")
          @Nullable String reference,
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable UpdateBody update) {}

  /** Takes an update back. */
  @Schema(
      name = "WithdrawnUpdate",
      description = "Takes an update back for good, perhaps before it comes.")
  record WithdrawBody(
      @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 50, example = "42/12345/26")
          @Nullable String reference,
      @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 64, example = "U-2")
          @Nullable String updateId) {}
}
