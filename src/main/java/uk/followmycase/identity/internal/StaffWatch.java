package uk.followmycase.identity.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.identity.StaffNames;
import uk.followmycase.identity.StaffOnDuty;

/** Shows who is at the desk, and sends them home. */
@Component
class StaffWatch implements StaffOnDuty {

  /** More than any force has at its desk at once. */
  private static final int MOST = 2_000;

  private final StaffDesk desk;
  private final StaffVisits visits;
  private final ProvidersWord word;
  private final AuditTrail trail;

  StaffWatch(StaffDesk desk, StaffVisits visits, ProvidersWord word, AuditTrail trail) {
    this.desk = desk;
    this.visits = visits;
    this.word = word;
    this.trail = trail;
  }

  @Override
  @Transactional
  public List<Here> all() {
    return visits.all(MOST).stream().filter(word::holds).map(this::here).toList();
  }

  @Override
  @Transactional
  public Optional<Here> of(StaffId who) {
    return visits.standingOf(who).stream().filter(word::holds).map(this::here).findFirst();
  }

  private Here here(StaffVisits.Standing visit) {
    var said = visit.said();
    return new Here(
        new StaffNames.Known(
            visit.account(), said.displayName(), said.collarNumber(), visit.signedInAt()),
        desk.roles(visit),
        visit.signedInAt());
  }

  @Override
  @Transactional
  public boolean end(StaffId who, StaffMember by) {
    if (visits.of(who).isEmpty()) {
      return false;
    }
    desk.endAll(who);
    trail.record(
        new AuditEntry(
            by.actor(), AuditAction.STAFF_ENDED, List.of(), null, who.value().toString()));
    return true;
  }
}
