package uk.followmycase.cases.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditEntry.Subject;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.identity.StaffMember;

/** Keeps every look of staff at a case, refused ones too, in the transaction of the look. */
@Component
class Looks {

  private final LookRows rows;
  private final Browsing browsing;
  private final AuditTrail trail;

  Looks(LookRows rows, Browsing browsing, AuditTrail trail) {
    this.rows = rows;
    this.browsing = browsing;
    this.trail = trail;
  }

  void seen(StaffMember who, UUID caseId, Bond bond) {
    note(who, AuditAction.CASE_VIEWED, List.of(caseId), bond.code());
    keep(who, List.of(caseId), bond);
  }

  /** Somebody tried what they may not, or a conflict stands in between. */
  void refused(StaffMember who, UUID caseId, Act act, boolean conflict) {
    note(who, AuditAction.CASE_REFUSED, List.of(caseId), conflict ? "conflict" : act.name());
    keep(who, List.of(caseId), Bond.NONE);
  }

  /** A list of one's own work. */
  void listed(StaffMember who, List<UUID> cases, String which) {
    note(who, AuditAction.CASES_LISTED, cases, which);
  }

  /**
   * A search.
   *
   * @param told cases whose existence was told, and no more; they count as looks
   */
  void searched(StaffMember who, List<UUID> shown, List<UUID> told, String by) {
    var all = new java.util.ArrayList<>(shown);
    all.addAll(told);
    note(who, AuditAction.CASES_SEARCHED, all, by);
    keep(who, told, Bond.NONE);
  }

  private void keep(StaffMember who, List<UUID> cases, Bond bond) {
    if (cases.isEmpty()) {
      return;
    }
    if (bond.allocated()) {
      rows.keep(who, cases, bond);
    } else {
      browsing.oneAfterTheOther(who);
      rows.keep(who, cases, bond);
      browsing.notice(who, cases.getLast());
    }
  }

  private void note(StaffMember who, AuditAction action, List<UUID> cases, String detail) {
    var subjects = cases.stream().map(id -> new Subject(id, null)).toList();
    trail.record(
        new AuditEntry(who.actor(), action, subjects, null, DeskTrail.detail(who, detail)));
  }
}
