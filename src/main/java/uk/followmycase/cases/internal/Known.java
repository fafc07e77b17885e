package uk.followmycase.cases.internal;

import org.jspecify.annotations.Nullable;
import uk.followmycase.tenancy.keys.Digests;

/**
 * What is held under an update's id.
 *
 * @param digest of its content; null once withdrawn, for then nothing of it is held
 */
record Known(byte @Nullable [] digest) {

  static final Known WITHDRAWN = new Known(null);

  boolean withdrawn() {
    return digest == null;
  }

  /** Whether other content stands under the id. A withdrawn update has none that could differ. */
  boolean contradicts(byte[] content) {
    return digest != null && !Digests.same(digest, content);
  }
}
