package uk.followmycase.cases.internal;

import java.util.Collection;
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
  private final Looks looks;

  DeskTrail(AuditTrail trail, Looks looks) {
    this.trail = trail;
    this.looks = looks;
  }

  /** A look like any other, whichever page it was by. */
  void viewed(StaffMember who, UUID caseId, Bond bond) {
    looks.seen(who, caseId, bond);
  }

  /** A look at what is held of one person. */
  void viewed(StaffMember who, UUID caseId, UUID person, Bond bond) {
    looks.seen(who, new Subject(caseId, person), bond);
  }

  /** A list that showed something of these cases. */
  void listed(
      StaffMember who, AuditAction action, Collection<UUID> cases, @Nullable String detail) {
    var subjects = cases.stream().distinct().map(id -> new Subject(id, null)).toList();
    trail.record(new AuditEntry(who.actor(), action, subjects, null, detail(who, detail)));
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
