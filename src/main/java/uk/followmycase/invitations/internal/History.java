package uk.followmycase.invitations.internal;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Channel;

/**
 * What was asked of a person on a case before.
 *
 * @param latest the latest invitation; a live one is always the latest
 * @param stopped channels whose reader said "not for me"
 */
record History(@Nullable Invitation latest, Set<Channel> stopped) {

  static final History NONE = new History(null, Set.of());

  Optional<Invitation> live() {
    return Optional.ofNullable(latest).filter(invitation -> invitation.state().live());
  }

  boolean refused() {
    return latest != null && latest.state() == State.REFUSED;
  }

  boolean accepted() {
    return latest != null && latest.state() == State.ACCEPTED;
  }
}
