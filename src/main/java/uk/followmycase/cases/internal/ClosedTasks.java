package uk.followmycase.cases.internal;

import static uk.followmycase.cases.desk.TaskKind.REASONS_MISSING;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.cases.desk.Tasks.Need;

/** Closed cases wait for reasons, until somebody gives them. Open ones ask the database nothing. */
@Component
class ClosedTasks {

  private final Tasks tasks;

  ClosedTasks(Tasks tasks) {
    this.tasks = tasks;
  }

  void follow(List<OpenCase> cases) {
    tasks.open(
        cases.stream()
            .filter(open -> Closing.lacksReasons(open.page()))
            .map(open -> Need.ofCase(REASONS_MISSING, open.id(), decidedOn(open)))
            .toList());
    tasks.close(
        REASONS_MISSING,
        cases.stream()
            .filter(open -> Closing.lacksReasons(open.head().page()))
            .filter(open -> !Closing.lacksReasons(open.page()))
            .map(OpenCase::id)
            .toList());
  }

  /** The victim's right to be told runs from the decision, not from when we heard of it. */
  private static @Nullable LocalDate decidedOn(OpenCase open) {
    var newest = open.newest();
    return newest == null ? null : newest.state().outcomeOn();
  }
}
