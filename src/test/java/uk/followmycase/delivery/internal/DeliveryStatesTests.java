package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.followmycase.delivery.events.NoticesSettled.Ending;

/** The table of steps is whole, and docs/architecture shows it. */
class DeliveryStatesTests {

  private static final Path KEPT = Path.of("docs/architecture/delivery-states.md");
  private static final Path TABLE =
      Path.of("src/main/resources/db/changelog/delivery/014-told-once.sql");

  private static final String HEADING =
      """
      # How a notice is delivered

      Written from the code by `./dev docs`. Every step is taken by one statement that names where it
      begins; nothing else changes a notice. An attempt is written before a provider is called, so that
      a call whose outcome nobody knows leaves a trace: a notice is then sent again and marked as a
      possible duplicate, a code is not.

      """;

  @Test
  void documentIsUpToDate() throws IOException {
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(KEPT, document());
    }
    assertThat(Files.readString(KEPT))
        .as("%s is written from the code; ./dev docs writes it anew", KEPT)
        .isEqualTo(document());
  }

  @Test
  void everyStateIsReachedAndOnlyEndsAreFinal() {
    var reached = steps().map(Step::to).collect(Collectors.toSet());
    assertThat(reached).containsExactlyInAnyOrder(DeliveryState.values());
    for (var state : DeliveryState.values()) {
      assertThat(steps().anyMatch(step -> step.from() == state)).isEqualTo(!state.ended());
    }
  }

  @Test
  void theTableKnowsTheSameStates() throws IOException {
    assertThat(valuesOf("state")).isEqualTo(names(EnumSet.allOf(DeliveryState.class)));
  }

  @Test
  void everyEndIsTold() {
    var ends = EnumSet.allOf(DeliveryState.class);
    ends.removeIf(state -> !state.ended());
    assertThat(names(EnumSet.allOf(Ending.class))).isEqualTo(names(ends));
  }

  private static Stream<Step> steps() {
    return Arrays.stream(Step.values());
  }

  private static Set<String> names(Set<? extends Enum<?>> constants) {
    return constants.stream().map(Enum::name).collect(Collectors.toSet());
  }

  private static Set<String> valuesOf(String column) throws IOException {
    var check = Pattern.compile("(?m)^ +check \\(" + column + " in \\(([^)]*)\\)");
    var found = check.matcher(Files.readString(TABLE));
    assertThat(found.find()).isTrue();
    return Stream.of(found.group(1).split(", "))
        .map(value -> value.replace("'", ""))
        .collect(Collectors.toSet());
  }

  private static String document() {
    var lines = new StringBuilder(HEADING).append("```mermaid\nstateDiagram-v2\n");
    lines.append("  [*] --> WAITING : queued\n");
    for (var step : Step.values()) {
      lines.append("  %s --> %s : %s\n".formatted(step.from(), step.to(), step.cause()));
    }
    for (var state : DeliveryState.values()) {
      lines.append(state.ended() ? "  %s --> [*]\n".formatted(state) : "");
    }
    return lines.append("```\n").toString();
  }
}
