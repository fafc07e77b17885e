package uk.followmycase.cases;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/**
 * What the bound force's cases are called, for those who may see nothing else of them. To a reader
 * with a conflict a case has no name: it is not there.
 */
public interface CaseNames {

  /** The case with this reference; that a conflict kept it from them leaves a trace. */
  Optional<Named> called(StaffMember reader, CaseReference reference);

  /** The case with this handle; that a conflict kept it from them leaves a trace. */
  Optional<Named> at(StaffMember reader, Handle handle);

  /** Those of these that there are, without the ones that a conflict keeps from them. */
  Map<UUID, Named> of(StaffMember reader, Collection<UUID> cases);

  /** Whether a conflict keeps a case from them; that it did leaves a trace. */
  boolean closedTo(StaffMember reader, UUID caseId);

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
