package uk.followmycase.cases;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.followmycase.tenancy.keys.Handle;

/** What the bound force's cases are called, for those who may see nothing else of them. */
public interface CaseNames {

  /** The case with this reference. */
  Optional<Named> called(CaseReference reference);

  /** The case with this handle. */
  Optional<Named> at(Handle handle);

  /** Those of these that there are. */
  Map<UUID, Named> of(Collection<UUID> cases);

  /**
   * A case.
   *
   * @param reference as the records system writes it; empty where only updates have come, or the
   *     case's words are erased
   */
  record Named(CaseId id, Handle handle, String reference) {

    @Override
    public String toString() {
      return "case " + id.value();
    }
  }
}
