package uk.followmycase.web.officer.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.followmycase.cases.Report.UpdateKind;
import uk.followmycase.cases.desk.TimelineDesk.Line;
import uk.followmycase.cases.desk.TimelineDesk.Timeline;
import uk.followmycase.tenancy.keys.Handle;

/** Nothing that somebody typed goes astray without a word. */
class UpdateFormTests {

  private static final String SENTENCE = "outcome-14-1";

  @Test
  void aSentenceAndOwnWordsAreNotSentAsOne() {
    assertThat(faults(null, SENTENCE, "I will ring you on Friday"))
        .containsExactly(Map.entry("text", "update.fault.both"));
    assertThat(faults(null, SENTENCE, "")).isEmpty();
    assertThat(faults(null, "own", "I will ring you on Friday")).isEmpty();
  }

  @Test
  void aSentenceMayTakeThePlaceOfWordsThatWereWrong() {
    assertThat(faults("It was wrong", SENTENCE, "It was wrong")).isEmpty();
    assertThat(faults("It was wrong", SENTENCE, "It was right"))
        .containsExactly(Map.entry("text", "update.fault.both"));
  }

  private static Map<String, String> faults(@Nullable String before, String reason, String text) {
    var line =
        before == null
            ? null
            : new Line(Handle.random(), Instant.EPOCH, UpdateKind.OUTCOME, before, null);
    var timeline = new Timeline(Handle.random(), "43 26", "14", false, List.of(), Set.of());
    var page =
        new UpdatePage(
            timeline, line, List.of(SENTENCE), Handle.random(), Map.of(), Map.of(), null, "");
    return new UpdateForm(Map.of("kind", "outcome", "reason", reason, "text", text)).faults(page);
  }
}
