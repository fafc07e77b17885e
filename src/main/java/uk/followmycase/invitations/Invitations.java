package uk.followmycase.invitations;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.OneTimeCodes;
import uk.followmycase.identity.SignIn;

/**
 * Invitations of the bound force. A link opens nothing by itself: a second, independent proof comes
 * first. Unknown, used, cancelled and expired links look alike.
 */
public interface Invitations {

  /** Looks a link's token up. Changes nothing but the trail; empty for any link that is no good. */
  Optional<Open> open(String token);

  /** The invitation as it stands, for somebody whose session has opened it. */
  Optional<Open> find(UUID invitation);

  /**
   * Sends a code to the other contact.
   *
   * @return empty when there is nothing to send: the proof is strict, or the invitation is no good
   *     any more
   */
  Optional<OneTimeCodes.Sent> sendCode(UUID invitation, String language);

  /** Tries the code that we sent or that the force handed over. */
  Tried prove(UUID invitation, String code);

  /**
   * What was proved, for opening an account.
   *
   * @throws IllegalStateException when {@link #prove} was not answered rightly within the hour
   */
  SignIn.Proved proved(UUID invitation);

  /**
   * Accepts for a signed-in account: uses the link up and opens access, in one transaction.
   *
   * @return false when it was not proved, is no good any more, or the person is held
   */
  boolean accept(UUID invitation, AccountId account);

  /**
   * "This is not for me": ends the invitation and stops its channel. Pages ask twice before they
   * call this, because software that submits forms must not be able to.
   */
  void refuse(UUID invitation);

  /**
   * An invitation that somebody opened.
   *
   * @param strict whether the force hands the code over itself
   * @param codeGoesTo masked contact of the code; empty for strict proof
   * @param language the person's wish, {@code en} when never asked
   */
  record Open(UUID id, boolean strict, String codeGoesTo, String language, Instant expiresAt) {}

  /** What became of a code. */
  enum Tried {
    RIGHT,
    WRONG,
    DEAD
  }
}
