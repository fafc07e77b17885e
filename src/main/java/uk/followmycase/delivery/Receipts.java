package uk.followmycase.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** What providers say later about what they took. */
public interface Receipts {

  /**
   * Takes receipts of the bound force, in any order and as often as they come: each word about an
   * attempt counts once. One about nothing of this force is passed over.
   *
   * @return how many said something new of what was sent as a whole: it has arrived when all of its
   *     parts have, and has not as soon as one did not
   */
  int heard(Collection<Receipt> receipts);

  /**
   * One word about one part of an attempt.
   *
   * @param part from 0 on
   */
  record Receipt(UUID attempt, int part, Word word, Instant saidAt) {

    /** About what has only one part. */
    public Receipt(UUID attempt, Word word, Instant saidAt) {
      this(attempt, 0, word, saidAt);
    }
  }

  /** What a provider says. */
  enum Word {
    DELIVERED,
    /** It could not be delivered yet; the provider goes on trying. */
    TEMPORARY,
    /** The provider gave up; the contact itself may be right. */
    UNDELIVERED,
    /** It came back: the contact is wrong. */
    PERMANENT,
    /** Whoever got it says that it is not for them, or is not wanted. */
    COMPLAINT
  }
}
