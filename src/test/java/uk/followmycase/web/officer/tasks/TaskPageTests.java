package uk.followmycase.web.officer.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.followmycase.cases.desk.TaskDesk.Line;
import uk.followmycase.cases.desk.TaskDesk.Shown;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.tenancy.keys.Handle;

/** A page offers what can succeed. */
class TaskPageTests {

  @ParameterizedTest
  @EnumSource(TaskKind.class)
  void noticesAreReadElsewhereAndPassedToNobody(TaskKind kind) {
    var now = Instant.EPOCH;
    var line = new Line(Handle.random(), kind, "R", now, now, false, false, false);
    var shown =
        new Shown(
            line, 1, true, kind.first(), Handle.random(), null, false, true, false, List.of());
    assertThat(TaskPage.of(shown, null).seesTo()).isEqualTo(!kind.noticed());
  }
}
