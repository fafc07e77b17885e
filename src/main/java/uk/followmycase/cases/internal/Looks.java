package uk.followmycase.cases.internal;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    seen(who, new Subject(caseId, null), bond);
  }

  /** Somebody saw a case, or what it holds of one person. */
  void seen(StaffMember who, Subject what, Bond bond) {
    var said = DeskTrail.detail(who, bond.code());
    trail.record(new AuditEntry(who.actor(), AuditAction.CASE_VIEWED, List.of(what), null, said));
    keep(who, List.of(what.caseId()), bond);
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

  /** Somebody saw who of a case may be called back. */
  void met(StaffMember who, UUID caseId) {
    note(who, AuditAction.CALLER_ASKED, List.of(caseId), null);
    keep(who, List.of(caseId), Bond.NONE);
  }

  /** A search. What it tells of is one look, and what it finds nothing by is one. */
  void searched(StaffMember who, Searched search) {
    note(who, AuditAction.CASES_SEARCHED, search.all(), search.named());
    if (search.all().isEmpty()) {
      browsing.oneAfterTheOther(who);
      rows.inVain(who, search.term());
      browsing.notice(who, null);
    } else if (!search.told().isEmpty()) {
      var told = search.told().stream().sorted().toList();
      rows.keep(who, told, Bond.NONE, false);
      keep(who, told.subList(0, 1), Bond.NONE);
    }
  }

  /**
   * What somebody looked for.
   *
   * @param term keyed digest, by which the trail tells that it was the same again
   * @param shown cases that were shown
   * @param told cases whose existence was told, and no more
   */
  record Searched(String by, byte[] term, List<UUID> shown, List<UUID> told) {

    private static final int NAMED = 8;

    private List<UUID> all() {
      return Stream.concat(shown.stream(), told.stream()).toList();
    }

    private String named() {
      return by + ' ' + HexFormat.of().formatHex(term, 0, NAMED);
    }
  }

  private void keep(StaffMember who, List<UUID> cases, Bond bond) {
    if (bond.allocated()) {
      rows.keep(who, cases, bond, false);
    } else {
      browsing.oneAfterTheOther(who);
      rows.keep(who, cases, bond, true);
      browsing.notice(who, cases.getLast());
    }
  }

  private void note(
      StaffMember who, AuditAction action, List<UUID> cases, @Nullable String detail) {
    var subjects = cases.stream().map(id -> new Subject(id, null)).toList();
    trail.record(
        new AuditEntry(who.actor(), action, subjects, null, DeskTrail.detail(who, detail)));
  }
}
