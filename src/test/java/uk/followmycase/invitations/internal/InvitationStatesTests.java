package uk.followmycase.invitations.internal;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The one table of legal moves, and its drawing. */
class InvitationStatesTests {

  private static final Path DRAWING = Path.of("docs/architecture/invitation-states.md");

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
    var ends = Stream.of(State.values()).filter(state -> !state.live()).toList();
    assertThat(ends)
        .containsExactly(State.ACCEPTED, State.REFUSED, State.CANCELLED, State.EXPIRED)
        .allSatisfy(end -> assertThat(Move.values()).noneMatch(move -> move.allowedIn(end)));
  }

  @Test
  void accessComesOnlyFromAProof() {
    assertThat(into(State.ACCEPTED)).containsExactly("PROVED ACCEPT");
    assertThat(into(State.PROVED).filter(step -> !step.startsWith("PROVED")))
        .containsExactly("SENT PROVE");
  }

  @Test
  void everyLiveInvitationCanBeTakenBackAndExpires() {
    assertThat(Stream.of(State.values()).filter(State::live))
        .allMatch(Move.CANCEL::allowedIn)
        .allMatch(Move.EXPIRE::allowedIn);
  }

  @Test
  void whatTheTableDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> Move.ACCEPT.from(State.SENT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("An invitation that is SENT cannot ACCEPT");
  }

  private static Stream<String> into(State target) {
    return Stream.of(State.values())
        .flatMap(
            from ->
                Stream.of(Move.values())
                    .filter(move -> move.allowedIn(from) && move.from(from) == target)
                    .map(move -> from + " " + move));
  }

  private static String drawing() {
    return """
        # States of an invitation

        Drawn from the table in `Move` by `InvitationStatesTests`; do not edit.

        ```mermaid
        stateDiagram-v2
            [*] --> WAITING
        %s
        ```

        A person has at most one live invitation on a case (WAITING, SENT or PROVED). A move that is
        not drawn is refused.
        """
        .formatted(
            Stream.of(State.values())
                .flatMap(InvitationStatesTests::arrows)
                .collect(joining("\n")));
  }

  private static Stream<String> arrows(State from) {
    return from.live()
        ? Stream.of(State.values())
            .filter(to -> !moves(from, to).isEmpty())
            .map(to -> "    " + from + " --> " + to + ": " + moves(from, to))
        : Stream.of("    " + from + " --> [*]");
  }

  private static String moves(State from, State to) {
    return Stream.of(Move.values())
        .filter(move -> move.allowedIn(from) && move.from(from) == to)
        .map(move -> move.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(joining(", "));
  }
}
