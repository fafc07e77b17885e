package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/** Whatever is asked of an invitation in whatever order, it never stands where it must not. */
class InvitationMovesTests {

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  /** A command and the move that the table must allow for it. */
  private enum Command {
    SEND(
        Move.SEND,
        (i, at) ->
            i.send(InvitationTests.digest(1), at, InvitationTests.rules(Duration.ofDays(7)))),
    REMIND(Move.REMIND, Invitation::remind),
    SEND_REMINDER(Move.SEND, (i, at) -> i.sendReminder(InvitationTests.digest(2), at)),
    RESEND(Move.RESEND, (i, at) -> i.resend()),
    TIGHTEN(Move.TIGHTEN, (i, at) -> i.tighten()),
    HAND_OVER(Move.HAND_OVER, (i, at) -> i.handOver("encoded")),
    TRY(Move.TRY, (i, at) -> i.countTry()),
    PROVE(Move.PROVE, Invitation::prove),
    ACCEPT(Move.ACCEPT, Invitation::accept),
    REFUSE(Move.REFUSE, Invitation::refuse),
    CANCEL(Move.CANCEL, (i, at) -> i.cancel(Ending.NOT_ELIGIBLE, at)),
    EXPIRE(Move.EXPIRE, Invitation::expire);

    private final Move move;
    private final BiConsumer<Invitation, Instant> work;

    Command(Move move, BiConsumer<Invitation, Instant> work) {
      this.move = move;
      this.work = work;
    }

    /** What the state must be afterwards: unchanged where the table has no such move. */
    State appliedTo(Invitation invitation, Instant at) {
      var before = invitation.state();
      if (move.allowedIn(before)) {
        work.accept(invitation, at);
        return move.from(before);
      }
      try {
        work.accept(invitation, at);
      } catch (IllegalStateException refused) {
        return before;
      }
      throw new AssertionError(this + " was not refused in " + before);
    }
  }

  @Property(tries = 200, seed = "20260302")
  void noSequenceReachesAnIllegalState(
      @ForAll Proof proof, @ForAll @Size(max = 20) List<@From("commands") Command> commands) {
    check(proof, commands);
  }

  @Property(tries = 200_000)
  @Tag("soak")
  void noSequenceReachesAnIllegalStateLong(
      @ForAll Proof proof, @ForAll @Size(max = 40) List<@From("commands") Command> commands) {
    check(proof, commands);
  }

  private static void check(Proof proof, List<Command> commands) {
    var invitation = InvitationTests.made(proof);
    var at = START;
    for (var command : commands) {
      at = at.plus(Duration.ofMinutes(7));
      assertThat(command.appliedTo(invitation, at)).isEqualTo(invitation.state());
      assertSound(invitation);
    }
  }

  private static void assertSound(Invitation invitation) {
    var state = invitation.state();
    assertThat(state.live()).isEqualTo(invitation.times().endedAt() == null);
    assertThat(state.live()).isEqualTo(invitation.due() != null);
    assertThat(invitation.link().digest() == null || state == State.SENT || state == State.PROVED)
        .isTrue();
    assertThat(state != State.PROVED || invitation.times().provedAt() != null).isTrue();
    assertThat(state.live() || invitation.code().equals(HandedOver.NOTHING)).isTrue();
    assertThat((state == State.CANCELLED) == (invitation.times().ending() != null)).isTrue();
  }

  /** Ends are rare, or most sequences would be short. */
  @Provide
  Arbitrary<Command> commands() {
    return Arbitraries.frequency(
        Stream.of(Command.values())
            .map(command -> Tuple.of(command.move.from(State.PROVED).live() ? 6 : 1, command))
            .toList());
  }
}
