package uk.followmycase.cases.internal;

import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditEntry.Subject;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.PersonId;
import uk.followmycase.cases.internal.GrantRows.Move;
import uk.followmycase.eligibility.CollisionRegister;
import uk.followmycase.identity.Visits;

/** Ends representatives, whoever wants it: what they see, what is held of them, what was asked. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EndingRepresentatives {

  private final RepresentativeRows rows;
  private final RepresentativePeople people;
  private final CollisionRegister register;
  private final Judging judging;
  private final Rejudging rejudging;
  private final GrantRows grants;
  private final Visits visits;
  private final AuditTrail trail;

  EndingRepresentatives(
      RepresentativeRows rows,
      RepresentativePeople people,
      CollisionRegister register,
      Judging judging,
      Rejudging rejudging,
      GrantRows grants,
      Visits visits,
      AuditTrail trail) {
    this.rows = rows;
    this.people = people;
    this.register = register;
    this.judging = judging;
    this.rejudging = rejudging;
    this.grants = grants;
    this.visits = visits;
    this.trail = trail;
  }

  /** Ends one, however it stands; false where somebody else was faster. */
  boolean end(Actor by, UUID caseId, UUID id) {
    return end(by, caseId, id, () -> true);
  }

  /**
   * Ends one. The register is entered before the case is held, as everywhere.
   *
   * @param asSeen whether all stands as it was seen, asked while the case is held
   * @return false where it does not, or somebody else was faster
   */
  boolean end(Actor by, UUID caseId, UUID id, BooleanSupplier asSeen) {
    var marks = List.of(RepresentativePeople.noMarks(id));
    register.enter(marks);
    if (!stands(caseId, id) || !asSeen.getAsBoolean()) {
      return false;
    }
    shut(caseId, id);
    people.erase(caseId, id, rows.key(caseId));
    rows.end(id);
    register.replace(marks);
    trail.record(AuditEntry.of(by, AuditAction.REPRESENTATIVE_ENDED, new Subject(caseId, id)));
    rejudging.of(caseId);
    return true;
  }

  private boolean stands(UUID caseId, UUID id) {
    return judging.look(caseId).stream()
        .anyMatch(one -> one.found().personId().equals(id) && !one.found().gone());
  }

  private void shut(UUID caseId, UUID id) {
    grants
        .holder(new PersonId(id))
        .ifPresent(
            account -> {
              grants.move(
                  List.of(new Move(id, caseId, AccessCause.BY_HAND, AccessState.ENDED, account)));
              visits.endAll(account);
            });
  }
}
