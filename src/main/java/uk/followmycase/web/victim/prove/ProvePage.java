package uk.followmycase.web.victim.prove;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.followmycase.identity.OneTimeCodes.Sent;
import uk.followmycase.invitations.Invitations.Open;

/**
 * Asks for a code.
 *
 * @param strict whether the police hand the code over themselves
 * @param contact masked; where a code goes that we send
 * @param phone of the force
 * @param sent what became of asking for a code just now; null when nobody asked
 * @param faults keys of words by field
 */
record ProvePage(
    boolean strict, String contact, String phone, @Nullable Sent sent, Map<String, String> faults) {

  static final String DEAD = "prove.dead.standard";

  static ProvePage of(Open invitation, String phone) {
    return new ProvePage(invitation.strict(), invitation.codeGoesTo(), phone, null, Map.of());
  }

  ProvePage after(Sent answer) {
    return new ProvePage(strict, contact, phone, answer, faults);
  }

  /** Whether only a new code helps. */
  boolean dead() {
    return faults.containsValue(DEAD);
  }

  ProvePage failed(String fault) {
    return new ProvePage(strict, contact, phone, sent, Map.of("code", fault));
  }
}
