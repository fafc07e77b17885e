package uk.followmycase.cases.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How somebody may safely be reached, besides what each contact says. */
@Schema(
    name = "ContactPlan",
    description =
        "How the person may safely be reached, as far as the records system knows. The victim and"
            + " officers may say more here; of each thing the safer word holds. What is left out"
            + " is not asked, and no longer said when it was said before.")
record ContactPlanBody(
    @Schema(description = "By a neutral sender, without the force's name and without a link.")
        @Nullable Boolean discreet,
    @Schema(description = "Without a link.") @Nullable Boolean noLink,
    @Schema(description = "Others can look at the telephone or the mailbox.")
        @Nullable Boolean shared,
    @Schema(description = "Nothing may be sent at all.") @Nullable Boolean paused,
    @Schema(
            allowableValues = {"allowed", "never"},
            description = "What may be left on the person's voicemail.")
        @Nullable String voicemail,
    @Schema(
            description =
                "Up to 28 times of the week, by the clock of timeZone. Nothing arrives at any"
                    + " other.")
        @Nullable List<@Nullable HoursBody> hours,
    @Schema(
            format = "date",
            description = "When somebody has to ask the person again.",
            example = "2026-09-01")
        @Nullable String reviewOn,
    @Schema(
            description =
                "Where the person's clock hangs: the name of a region in the time zone database."
                    + " Hours, and the force's quiet hours, go by it. Left out, they go by the"
                    + " force's clock.",
            example = "Europe/Paris")
        @Nullable String timeZone) {

  /** The same hours on some days. */
  @Schema(name = "ContactHours", description = "The same hours on some days of the week.")
  record HoursBody(
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "monday, tuesday, wednesday, thursday, friday, saturday, sunday.")
          @Nullable List<@Nullable String> days,
      @Schema(requiredMode = RequiredMode.REQUIRED, example = "09:00") @Nullable String start,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "Not included; 24:00 is the end of the day.",
              example = "17:00")
          @Nullable String end) {}
}
