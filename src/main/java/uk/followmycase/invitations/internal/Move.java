package uk.followmycase.invitations.internal;

import static uk.followmycase.invitations.internal.State.ACCEPTED;
import static uk.followmycase.invitations.internal.State.CANCELLED;
import static uk.followmycase.invitations.internal.State.EXPIRED;
import static uk.followmycase.invitations.internal.State.PROVED;
import static uk.followmycase.invitations.internal.State.REFUSED;
import static uk.followmycase.invitations.internal.State.SENT;
import static uk.followmycase.invitations.internal.State.WAITING;

import java.util.Map;

/**
 * Everything that can be done to an invitation: from which state, to which. All else is illegal.
 */
enum Move {
  /** A link leaves; an older one dies. */
  SEND(Map.of(WAITING, SENT, SENT, SENT, PROVED, PROVED)),
  /** One reminder is queued. */
  REMIND(Map.of(SENT, SENT, PROVED, PROVED)),
  /** The force asks for a new link. */
  RESEND(Map.of(WAITING, WAITING, SENT, SENT, PROVED, SENT)),
  /** The force's code is asked for from now on; what was proved is void. */
  TIGHTEN(Map.of(WAITING, WAITING, SENT, SENT, PROVED, SENT)),
  /** The force gets a code to hand over; what was proved with an older one is void. */
  HAND_OVER(Map.of(WAITING, WAITING, SENT, SENT, PROVED, SENT)),
  /** A handed-over code is tried: counted before it is looked at. */
  TRY(Map.of(SENT, SENT, PROVED, PROVED)),
  /** The second proof is right. */
  PROVE(Map.of(SENT, PROVED, PROVED, PROVED)),
  /** The person comes in. */
  ACCEPT(Map.of(PROVED, ACCEPTED)),
  /** "This is not for me." */
  REFUSE(Map.of(SENT, REFUSED, PROVED, REFUSED)),
  /** Taken back, by the verdict or by the force. */
  CANCEL(Map.of(WAITING, CANCELLED, SENT, CANCELLED, PROVED, CANCELLED)),
  /** Time ran out. */
  EXPIRE(Map.of(WAITING, EXPIRED, SENT, EXPIRED, PROVED, EXPIRED));

  private final Map<State, State> steps;

  Move(Map<State, State> steps) {
    this.steps = steps;
  }

  boolean allowedIn(State state) {
    return steps.containsKey(state);
  }

  /**
   * The state after this move.
   *
   * @throws IllegalStateException when the table has no such move
   */
  State from(State state) {
    var next = steps.get(state);
    if (next == null) {
      throw new IllegalStateException("An invitation that is " + state + " cannot " + this);
    }
    return next;
  }
}
