package uk.followmycase.invitations.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code, told once.
 *
 * @param code to be handed over in person or by telephone, never by text or e-mail
 * @param goodUntil end of the invitation it belongs to; absent for somebody who is in already
 */
record HandOverAnswer(String code, @Nullable Instant goodUntil) {

  @Override
  public String toString() {
    return "hand-over answer";
  }
}
