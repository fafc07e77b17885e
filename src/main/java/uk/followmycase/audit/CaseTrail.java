package uk.followmycase.audit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the trail holds about one case of the bound force. */
public interface CaseTrail {

  /** The newest entries of these actions, newest first. */
  List<Noted> about(UUID caseId, Set<AuditAction> actions, int most);

  /**
   * An entry as far as it is about the case.
   *
   * @param person on the case; null when the whole case is meant
   */
  record Noted(Instant at, Actor.Kind by, AuditAction action, @Nullable UUID person) {}
}
