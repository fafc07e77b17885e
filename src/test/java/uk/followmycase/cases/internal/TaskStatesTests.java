package uk.followmycase.cases.internal;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The one table of what can be done to a task, and its drawing. */
class TaskStatesTests {

  private static final Path DRAWING = Path.of("docs/architecture/task-states.md");

  @Test
  void drawingIsUpToDate() throws IOException {
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(DRAWING, drawing());
    }
    assertThat(Files.readString(DRAWING))
        .as("%s is drawn from the code; ./dev docs draws it anew", DRAWING)
        .isEqualTo(drawing());
  }

  @Test
  void nothingLeadsOutOfAnEnd() {
    var ends = Stream.of(TaskState.values()).filter(state -> !state.live()).toList();
    assertThat(ends)
        .containsExactly(TaskState.ANSWERED, TaskState.GONE)
        .allSatisfy(end -> assertThat(TaskMove.values()).noneMatch(move -> move.allowedIn(end)));
  }

  @Test
  void aCauseCanAlwaysGo() {
    assertThat(Stream.of(TaskState.values()).filter(TaskState::live))
        .allMatch(TaskMove.CAUSE_GOES::allowedIn);
  }

  @Test
  void whatTheTableDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> TaskMove.DECLINE.from(TaskState.OPEN))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A task that is OPEN cannot DECLINE");
  }

  private static String drawing() {
    return """
        # States of a task

        Drawn from the table in `TaskMove` by `TaskStatesTests`; do not edit.

        ```mermaid
        stateDiagram-v2
            [*] --> OPEN
        %s
        ```

        Of a kind, one task is open for a person at a time. What was PROPOSED is answered by a second
        person. A move that is not drawn is refused.
        """
        .formatted(
            Stream.of(TaskState.values()).flatMap(TaskStatesTests::arrows).collect(joining("\n")));
  }

  private static Stream<String> arrows(TaskState from) {
    return from.live()
        ? Stream.of(TaskState.values())
            .filter(to -> !moves(from, to).isEmpty())
            .map(to -> "    " + from + " --> " + to + ": " + moves(from, to))
        : Stream.of("    " + from + " --> [*]");
  }

  private static String moves(TaskState from, TaskState to) {
    return Stream.of(TaskMove.values())
        .filter(move -> move.allowedIn(from) && move.from(from) == to)
        .map(move -> move.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(joining(", "));
  }
}
