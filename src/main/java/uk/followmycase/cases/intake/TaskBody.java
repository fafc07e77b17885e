package uk.followmycase.cases.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.desk.MachineTasks.Open;
import uk.followmycase.cases.desk.TaskAnswer;

/** A task on the wire. */
@Schema(name = "Task", description = "Something that waits for a person of the force.")
record TaskBody(
    @Schema(example = "hN3vYk2mQ8yZr1TgB0aXcw") String id,
    @Schema(description = "Send it back with what you do: who is second learns it.", example = "2")
        int version,
    String kind,
    @Schema(allowableValues = {"open", "taken", "proposed", "answered", "gone"}) String state,
    @Schema(description = "Of its case, as the records system writes it", example = "42/12345/26")
        String reference,
    @Schema(description = "The records system's id of whom it is about", example = "N-100200")
        @Nullable String person,
    @Schema(description = "Collar number of the officer in the case", example = "PC4711")
        @Nullable String officer,
    @Schema(
            description = "Whom it waits for",
            allowableValues = {"officer", "supervisor", "safeguarding"})
        String role,
    @Schema(description = "Whom of that role it was left to") @Nullable String collarNumber,
    @Schema(format = "date-time") String openedAt,
    @Schema(format = "date-time") String dueAt,
    @Schema(description = "Answers that it can be given here; none where it is decided at the desk")
        List<String> answers) {

  static TaskBody of(Open task) {
    return new TaskBody(
        task.handle().toString(),
        task.version(),
        task.kind().key(),
        code(task.state()),
        task.reference(),
        task.person(),
        task.officer(),
        code(task.role()),
        task.collarNumber(),
        task.openedAt().toString(),
        task.dueAt().toString(),
        task.answers().stream().map(TaskAnswer::key).toList());
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A page of them. */
  @Schema(name = "Tasks", description = "A page of open tasks, by when they are due.")
  record Page(
      List<TaskBody> tasks,
      @Schema(description = "Send it as `after` for the next page; absent on the last")
          @Nullable String next) {}
}
