package uk.followmycase.cases.intake;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole case on the wire: anything may be missing until it has been read. */
@Schema(name = "Case", description = "A whole case as the records system has it.")
record CaseBody(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            maxLength = 50,
            description = "As the force writes it; compared after the force's normaliser.",
            example = "42/12345/26")
        @Nullable String reference,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            minimum = "1",
            description = "Grows with each change of the case. An older never overwrites a newer.",
            example = "7")
        @Nullable Long version,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            allowableValues = {"crime", "incident"})
        @Nullable String kind,
    @Schema(
            pattern = "\\d{3}/\\d{2}",
            description = "Home Office classification.",
            example = "028/01")
        @Nullable String classification,
    @Schema(pattern = "[A-Z0-9]{4,8}", description = "CJS offence code.", example = "TH68026")
        @Nullable String cjsCode,
    @ArraySchema(
            maxItems = 50,
            arraySchema = @Schema(description = "What rules and safety need to know."),
            schema =
                @Schema(
                    allowableValues = {
                      "domestic_abuse",
                      "hate",
                      "sexual",
                      "honour_based",
                      "stalking",
                      "child",
                      "vulnerable",
                      "police_victim",
                      "business",
                      "death"
                    }))
        @Nullable List<@Nullable String> flags,
    @Nullable OccurredBody occurred,
    @Schema(
            description = "A date, or a time with its offset.",
            example = "2026-03-29T08:05:00+01:00")
        @Nullable String reported,
    @Nullable AreaBody area,
    @Nullable ToldBody told,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            maxLength = 100,
            description = "One of the force's own words for a status.",
            example = "Under investigation")
        @Nullable String status,
    @Schema(
            pattern = "0|[1-3]A?|[4-9]|1\\d|2[0-2]",
            description = "Home Office outcome type.",
            example = "1A")
        @Nullable String outcome,
    @Schema(format = "date", example = "2026-05-02") @Nullable String outcomeOn,
    @Nullable OfficerBody officer,
    @ArraySchema(
            maxItems = 200,
            arraySchema = @Schema(description = "Who is left out is taken off the case."))
        @Nullable List<@Nullable PersonBody> people,
    @ArraySchema(
            maxItems = 200,
            arraySchema =
                @Schema(
                    accessMode = Schema.AccessMode.WRITE_ONLY,
                    description =
                        "Suspects and other parties. Compared with victims' contacts by keyed"
                            + " digests, never kept, logged or returned."))
        @Nullable List<@Nullable PartyBody> otherParties,
    @ArraySchema(
            maxItems = 500,
            arraySchema = @Schema(description = "Updates that are left out stay."))
        @Nullable List<@Nullable UpdateBody> updates) {

  /** When it happened. */
  @Schema(name = "Occurred", description = "Each a date, or a time with its offset.")
  record OccurredBody(
      @Schema(example = "2026-03-28T22:15:00Z") @Nullable String from,
      @Schema(example = "2026-03-29") @Nullable String to) {}

  /** Where it happened. */
  @Schema(name = "Area")
  record AreaBody(
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              maxLength = 20,
              description = "The force's own code, which its rules may name.",
              example = "OX-07")
          @Nullable String code,
      @Schema(maxLength = 100, description = "As people know it.", example = "Headington")
          @Nullable String name) {}

  /** What the person told the police. */
  @Schema(name = "Told", description = "What the person told the police; shown to them.")
  record ToldBody(
      @Schema(maxLength = 10_000, example = "I came home and the back door was open.")
          @Nullable String report,
      @Schema(
              description = "Stolen or damaged: up to 100 things of 300 characters.",
              example = "[\"Bicycle, blue\"]")
          @Nullable List<@Nullable String> property) {}

  /** The officer in the case. */
  @Schema(name = "Officer", description = "The officer in the case.")
  record OfficerBody(
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              pattern = "[A-Za-z0-9]{1,10}",
              example = "PC4711")
          @Nullable String collarNumber,
      @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 100, example = "Alex Morgan")
          @Nullable String name,
      @Schema(maxLength = 100, example = "Oxford CID") @Nullable String unit,
      @Schema(
              maxLength = 254,
              description = "Never shown to victims.",
              example = "alex.morgan@example.com")
          @Nullable String email) {}
}
