package uk.followmycase.cases.internal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditEntry.Subject;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.identity.StaffMember;

/** What staff saw and did with cases. */
@Component
class DeskTrail {

  private final AuditTrail trail;

  DeskTrail(AuditTrail trail) {
    this.trail = trail;
  }

  void viewed(StaffMember who, UUID caseId, Bond bond) {
    did(who, AuditAction.CASE_VIEWED, caseId, null, bond.code());
  }

  void did(
      StaffMember who,
      AuditAction action,
      @Nullable UUID caseId,
      @Nullable UUID person,
      @Nullable String detail) {
    var subjects = caseId == null ? List.<Subject>of() : List.of(new Subject(caseId, person));
    trail.record(new AuditEntry(who.actor(), action, subjects, null, detail(who, detail)));
  }

  /** The officer is named by whoever's machine it is; the trail says that, too. */
  static @Nullable String detail(StaffMember who, @Nullable String detail) {
    if (who.through() == null) {
      return detail;
    }
    return (detail == null ? "" : detail + " ") + "through " + who.through();
  }
}
