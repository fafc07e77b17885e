package uk.followmycase.cases.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.tenancy.keys.DataKey;

/**
 * A case as it was found and locked; whatever changes it comes after.
 *
 * @param version 0 for a shell
 * @param marks digest of its marks in the collision register; null when it has none
 */
record CaseHead(
    UUID id,
    UUID handle,
    Digest reference,
    DataKey key,
    long version,
    byte @Nullable [] body,
    byte @Nullable [] marks,
    PageWords page) {

  boolean shell() {
    return version == 0;
  }
}
