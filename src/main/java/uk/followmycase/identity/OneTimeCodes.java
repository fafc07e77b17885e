package uk.followmycase.identity;

import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.Plan;

/**
 * Codes that we send: 8 digits, 10 minutes, five tries, at most five a day for one purpose with a
 * growing wait between them, only within safe hours. Only a keyed digest is kept. Wrong tries kill
 * the code, never what it protects.
 */
public interface OneTimeCodes {

  /**
   * Makes a code and queues its notice for the bound force, in the caller's transaction. An older
   * code for the same purpose dies.
   *
   * @param about what the code unlocks: the row id of an invitation or sign-in attempt
   * @param to where it goes
   * @param language of the words: {@code en} or {@code cy}
   * @param plan by which whoever it goes to may be reached: what has not left when safe hours end
   *     never leaves
   */
  Sent send(UUID about, Contact to, String language, Plan plan);

  /** Tries a code. Every answer is counted before it is given, in the caller's transaction. */
  Tried attempt(UUID about, Contact to, String code);

  /**
   * Kills codes that are still good, also those whose notices are queued, in the caller's
   * transaction and a fixed number of statements.
   */
  void kill(Collection<UUID> abouts);

  /** What became of a request for a code. */
  sealed interface Sent {

    /** On its way. */
    record OnItsWay() implements Sent {}

    /** Too soon after the last one; ask again after the wait. */
    record Wait(Duration remaining) implements Sent {}

    /** Five were sent today already. */
    record Tomorrow() implements Sent {}

    /** It is no safe hour: nothing leaves before the next one begins. */
    record QuietHours(java.time.Instant until) implements Sent {}
  }

  /** What became of a try. */
  enum Tried {
    RIGHT,
    WRONG,
    /** Too many tries, too old, or never sent: ask for a fresh one. */
    DEAD
  }
}
