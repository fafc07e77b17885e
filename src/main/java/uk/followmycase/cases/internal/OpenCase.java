package uk.followmycase.cases.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.Report.WholeCase;
import uk.followmycase.cases.internal.Fold.Folded;
import uk.followmycase.tenancy.keys.DataKey;

/**
 * A locked case with what becomes of it.
 *
 * @param told the reports about it
 * @param page as it will stand
 * @param marks digest of its marks as they will stand
 */
record OpenCase(Told told, CaseHead head, Folded folded, PageWords page, byte @Nullable [] marks) {

  UUID id() {
    return head.id();
  }

  DataKey key() {
    return head.key();
  }

  /** The new state; null when it stays. */
  @Nullable WholeCase newest() {
    return folded.newest();
  }

  byte @Nullable [] body() {
    var newest = folded.newest();
    return newest == null ? head.body() : newest.digest();
  }

  OpenCase with(PageWords rebuilt) {
    return new OpenCase(told, head, folded, rebuilt, marks);
  }

  /** When the newest update of the timeline was; null while there is none. */
  @Nullable Instant lastAt() {
    return page.entries().isEmpty() ? null : page.entries().getFirst().at();
  }

  byte[] sealedPage() {
    return Words.seal(head.key(), head.id(), page);
  }
}
