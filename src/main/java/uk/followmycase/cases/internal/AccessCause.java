package uk.followmycase.cases.internal;

import java.util.EnumMap;
import java.util.Map;
import uk.followmycase.cases.Grants.AccessState;

/**
 * Why access moves: the one table. Only danger, and being taken off the case, touch somebody who is
 * in; rules, a pilot's share, a date window or a lost number never do. What a cause did ends with
 * it, so that the same facts always leave the same access, in whatever order they came.
 */
enum AccessCause {
  /** Somebody dangerous may be reading: a contact of another party, or one that is unsafe now. */
  DANGER(AccessState.SUSPENDED, AccessState.SUSPENDED),
  /** The records system took the person off the case. */
  OFF_THE_CASE(AccessState.SUSPENDED, AccessState.SUSPENDED),
  /** A person of the force has shut it, until a person opens it again. */
  BY_HAND(AccessState.SUSPENDED, AccessState.SUSPENDED),
  /** The same, and another asks that it be opened, for which danger wants a second one. */
  BY_HAND_ASKED(AccessState.SUSPENDED, AccessState.SUSPENDED),
  /** None of these. */
  NOTHING(null, AccessState.OPEN);

  private final Map<AccessState, AccessState> moves = new EnumMap<>(AccessState.class);

  AccessCause(@org.jspecify.annotations.Nullable AccessState open, AccessState suspended) {
    if (open != null) {
      moves.put(AccessState.OPEN, open);
      moves.put(AccessState.READ_ONLY, open);
    }
    moves.put(AccessState.SUSPENDED, suspended);
  }

  /** Whether a person of the force keeps it shut. */
  boolean byHand() {
    return this == BY_HAND || this == BY_HAND_ASKED;
  }

  /** Where access goes; what the table leaves out stays, as ended access does for ever. */
  AccessState move(AccessState from) {
    return moves.getOrDefault(from, from);
  }
}
