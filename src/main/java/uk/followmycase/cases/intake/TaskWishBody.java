package uk.followmycase.cases.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** What an officer does to a task. */
interface TaskWishBody {

  /** In whose name. */
  @Nullable String officer();

  /** As the task was seen. */
  @Nullable Long version();

  /** The officer sees to it. */
  @Schema(name = "TakenTask", description = "The officer sees to the task from now on.")
  record Take(
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              maxLength = 10,
              description = "Collar number of the officer who acts",
              example = "PC4711")
          @Nullable String officer,
      @Schema(requiredMode = RequiredMode.REQUIRED, minimum = "1", example = "1")
          @Nullable Long version)
      implements TaskWishBody {}

  /** What became of it. */
  @Schema(name = "AnsweredTask", description = "What became of the task.")
  record Answer(
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              maxLength = 10,
              description = "Collar number of the officer who acts",
              example = "PC4711")
          @Nullable String officer,
      @Schema(requiredMode = RequiredMode.REQUIRED, minimum = "1", example = "2")
          @Nullable Long version,
      @Schema(requiredMode = RequiredMode.REQUIRED, description = "One of the task's `answers`")
          @Nullable String answer,
      @Schema(maxLength = 1_000, description = "For colleagues; the victim never sees it")
          @Nullable String note)
      implements TaskWishBody {}

  /** Left to others. */
  @Schema(name = "ReleasedTask", description = "The task waits for all who have its role again.")
  record Release(
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              maxLength = 10,
              description = "Collar number of the officer who acts",
              example = "PC4711")
          @Nullable String officer,
      @Schema(requiredMode = RequiredMode.REQUIRED, minimum = "1", example = "2")
          @Nullable Long version,
      @Schema(maxLength = 1_000, description = "For colleagues; the victim never sees it")
          @Nullable String note)
      implements TaskWishBody {}
}
