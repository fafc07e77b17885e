package uk.followmycase.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Contact;

/** Opens accounts and signs people in at the sign-in host. */
public interface SignIn {

  /**
   * Keeps what somebody has proved on a force's host for two minutes, so that the sign-in host can
   * open an account with it.
   *
   * @return a one-use token for a form field; only its digest is kept
   */
  String ticket(Proved proved);

  /**
   * Uses up a ticket at the sign-in host.
   *
   * @return empty when it is unknown, used or too old
   */
  Optional<Proved> redeem(String ticket);

  /**
   * Whether an account with just these sign-in contacts stands already. Its holder signs in first
   * and opens the invitation then; we never match people ourselves.
   */
  boolean known(Proved proved);

  /** Opens an account that signs in with what was proved. */
  AccountId open(Proved proved);

  /**
   * From now on the account signs in with one contact and this code of a force, also if two
   * contacts were enough before; a force's code that it had dies at once. In the caller's
   * transaction.
   *
   * @param forceCode as {@link ForceCode#encoded}
   */
  void requireForceCode(AccountId account, String forceCode);

  /**
   * Starts signing in with two contacts, or one contact and the force's code. The answer is the
   * same whether or not an account has them; codes go out only when one does.
   *
   * @param language of the codes' words
   * @return the attempt's id, for a hidden place in the session
   */
  UUID begin(Contact first, @Nullable Contact second, String language);

  /**
   * Answers an attempt: a code for each contact, or one code and the force's code.
   *
   * @param codes in the order in which the contacts were given; the last is the force's code when
   *     there is no second contact
   */
  Answer answer(UUID attempt, List<String> codes);

  /**
   * What somebody has shown on a force's host.
   *
   * @param contacts that were used: one or two
   * @param forceCode {@link ForceCode#encoded} of the code that the force handed over; null for
   *     standard proof
   */
  record Proved(List<Contact> contacts, @Nullable String forceCode) {}

  /** What became of an answer. */
  sealed interface Answer {

    /** Signed in. */
    record Welcome(AccountId account) implements Answer {}

    /** Wrong; {@code dead} when a fresh start is needed. */
    record Refused(boolean dead) implements Answer {}
  }
}
