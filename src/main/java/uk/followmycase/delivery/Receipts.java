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
   * @return how many were new
   */
  int heard(Collection<Receipt> receipts);

  /** One word about one attempt. */
  record Receipt(UUID attempt, Word word, Instant saidAt) {}

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
