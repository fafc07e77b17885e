package uk.followmycase.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Contact;
import uk.followmycase.tenancy.ForceId;

/** Opens accounts and signs people in at the sign-in host. */
public interface SignIn {

  /**
   * Keeps what somebody has proved on the bound force's host for two minutes, so that the sign-in
   * host can open an account with it.
   *
   * @return a one-use token for a form field; only its digest is kept
   */
  String ticket(Proved proved);

  /** Looks at a ticket without using it up, to show a page that carries it on. */
  Optional<Handed> look(String ticket);

  /**
   * Uses up a ticket at the sign-in host.
   *
   * @return empty when it is unknown, used or too old
   */
  Optional<Handed> redeem(String ticket);

  /** Keeps for an hour whose account a ticket that was used up was for. */
  void meant(String ticket, AccountId account);

  /**
   * Whose account the sign-in host used this ticket for within the hour: whoever comes back to the
   * portal as this one was asked, and nobody else was.
   */
  Optional<AccountId> meantFor(String ticket);

  /**
   * The account with just these two sign-in contacts, if one stands already. Its holder signs in
   * first and opens the invitation then; we never match people ourselves. Always empty for strict
   * proof: a contact alone may be a family's, and must not tell one member of another's account.
   */
  Optional<AccountId> known(Proved proved);

  /**
   * Opens an account that signs in with what was proved.
   *
   * @throws IllegalStateException when such an account is known already
   */
  AccountId open(Proved proved);

  /**
   * Adds what was proved to the account of somebody who is signed in. After strict proof the
   * account signs in with that contact and the force's code, and in no weaker way any more; whoever
   * is in by a weaker way is signed out on every host, the person too.
   */
  void add(AccountId account, Proved proved);

  /** Whether the account signs in with a force's code. */
  boolean strict(AccountId account);

  /**
   * Replaces the force's code of an account that signs in with one; the older one dies at once,
   * with every session that it opened.
   *
   * @param forceCode as {@link ForceCode#encoded}
   * @return false when the account does not sign in with a force's code
   */
  boolean replaceForceCode(AccountId account, String forceCode);

  /**
   * Starts signing in with two contacts, or one contact and the force's code. Answer and time taken
   * are the same whether or not an account has them; codes go out only when one does. No
   * transaction may run.
   *
   * @param from the force whose portal the person came from; it sends the codes
   * @param language of the codes' words
   * @param address the caller's network address, for limits; it is not kept
   */
  Begun begin(
      ForceId from, Contact first, @Nullable Contact second, String language, String address);

  /**
   * Answers an attempt: a code for each contact, or one code and the force's code. No transaction
   * may run.
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
  record Proved(List<Contact> contacts, @Nullable String forceCode) {

    public Proved {
      contacts = List.copyOf(contacts);
    }
  }

  /** What a ticket carries, and from which force's host. */
  record Handed(ForceId from, Proved proved) {}

  /** What became of a start. */
  sealed interface Begun {

    /**
     * Codes are on their way, if there is an account.
     *
     * @param attempt for a hidden place in the session
     */
    record Started(UUID attempt) implements Begun {}

    /** Too many starts with this contact or from this place; ask again after the wait. */
    record Wait(Duration remaining) implements Begun {}

    /** The force's quiet hours: nothing leaves before they end. */
    record QuietHours(Instant until) implements Begun {}
  }

  /** What became of an answer. */
  sealed interface Answer {

    /** Signed in. */
    record Welcome(AccountId account) implements Answer {}

    /** Wrong; {@code dead} when a fresh start is needed. */
    record Refused(boolean dead) implements Answer {}
  }
}
