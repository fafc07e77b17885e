package uk.followmycase.delivery.internal;

import java.util.Collection;
import uk.followmycase.delivery.Notices.Kind;

/** Classes of heads, in the order in which a worker serves them. */
enum Urgency {
  /** Somebody looks at a form and waits. */
  URGENT,
  PROMPT,
  /** Part of a large batch; it shares a worker with what is prompt, turn by turn. */
  BULK;

  private static final int LARGE = 50;

  static Urgency of(Kind kind, int batch) {
    if (kind.neverTwice()) {
      return URGENT;
    }
    return batch < LARGE ? PROMPT : BULK;
  }

  /** Whether these are all of large batches. */
  static boolean large(Collection<Lease> leases) {
    return leases.stream().allMatch(lease -> lease.urgency() == BULK);
  }
}
