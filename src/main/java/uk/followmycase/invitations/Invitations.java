package uk.followmycase.invitations;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

  /**
   * Looks up what somebody typed from a message that holds no link, however they spaced it. Every
   * try is counted against the place it comes from.
   *
   * @param address of the visitor's network
   */
  Typed openTyped(String typed, String address);

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
   * @param at {@link Open#provedAt} as it stood when this session's code was right: whoever proved
   *     before must not live on what somebody else has proved since
   * @throws IllegalStateException when nothing was proved then, or not within the hour, or it is
   *     void
   */
  SignIn.Proved proved(UUID invitation, Instant at);

  /**
   * Accepts for a signed-in account: uses the link up and opens access, in one transaction.
   *
   * @param at as for {@link #proved}
   * @return false when it was not proved then, is no good any more, or the person is held
   */
  boolean accept(UUID invitation, Instant at, AccountId account);

  /**
   * "This is not for me": ends the invitation and stops its channel. Pages ask twice before they
   * call this, because software that submits forms must not be able to.
   */
  void refuse(UUID invitation);

  /**
   * "This is not for me", said with the code from a notice of news: stops the contact that it went
   * to. Every try is counted, and pages ask twice, as above.
   *
   * @param address of the visitor's network
   */
  Typed refuseTyped(String typed, String address);

  /**
   * An invitation that somebody opened.
   *
   * @param strict whether the force hands the code over itself
   * @param codeGoesTo masked contact of the code; empty for strict proof
   * @param language the person's wish, {@code en} when never asked
   * @param provedAt when the second proof was shown; null when it was not, or is void
   */
  record Open(
      UUID id,
      boolean strict,
      String codeGoesTo,
      String language,
      Instant expiresAt,
      @Nullable Instant provedAt) {}

  /** What became of a code from a message without a link. */
  sealed interface Typed {

    /** It is good. */
    record Opened(Open invitation) implements Typed {}

    /** It stands in a notice of news: it opens nothing, and is there to refuse the notice. */
    record OfNews() implements Typed {}

    /** Unknown, used, cancelled or expired. */
    record NoGood() implements Typed {}

    /** Too many tries from one place. */
    record Later(Duration remaining) implements Typed {}
  }

  /** What became of a code. */
  enum Tried {
    RIGHT,
    WRONG,
    DEAD
  }
}
