package uk.followmycase.cases.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody on the case who is no suspect. */
@Schema(name = "Person", description = "Somebody on the case who is no suspect.")
record PersonBody(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            maxLength = 50,
            description = "The records system's own id, once in a case.",
            example = "N-100200")
        @Nullable String id,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            allowableValues = {
              "victim",
              "witness",
              "reporting_person",
              "guardian",
              "next_of_kin",
              "business_contact"
            })
        @Nullable String role,
    @Schema(maxLength = 200, example = "Siân Rhys") @Nullable String name,
    @Schema(format = "date", example = "1990-02-01") @Nullable String bornOn,
    @Schema(
            allowableValues = {"en", "cy"},
            description = "The language the person asked for; left out when never asked.")
        @Nullable String language,
    @Schema(description = "Whether the person has Enhanced Rights under the Victims' Code.")
        @Nullable Boolean enhancedRights,
    @Schema(description = "Up to 20.") @Nullable List<@Nullable ContactBody> contacts,
    @Nullable ContactPlanBody contactPlan) {

  /** A way to reach somebody. */
  @Schema(name = "Contact", description = "A way to reach somebody.")
  record ContactBody(
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              allowableValues = {"phone", "email", "address"})
          @Nullable String kind,
      @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 300, example = "07700 900123")
          @Nullable String value,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "Whether the person said that it is safe. Unsafe ones are never used.")
          @Nullable Boolean safe,
      @Schema(description = "Whether others can read it.") @Nullable Boolean shared) {}
}
