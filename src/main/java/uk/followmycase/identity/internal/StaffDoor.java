package uk.followmycase.identity.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.identity.StaffExclusions;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;

/** Keeps somebody out, and lets them in again. */
@Component
@Transactional
class StaffDoor implements StaffExclusions {

  private final ExclusionRows rows;
  private final StaffRecords records;
  private final StaffDesk desk;
  private final StaffVisits visits;
  private final AuditTrail trail;

  StaffDoor(
      ExclusionRows rows,
      StaffRecords records,
      StaffDesk desk,
      StaffVisits visits,
      AuditTrail trail) {
    this.rows = rows;
    this.records = records;
    this.desk = desk;
    this.visits = visits;
    this.trail = trail;
  }

  @Override
  public List<Excluded> all() {
    var found = rows.all();
    var names =
        records.of(
            found.stream()
                .flatMap(row -> Stream.of(row.account(), row.by()))
                .collect(Collectors.toUnmodifiableSet()));
    return found.stream()
        .flatMap(
            row ->
                Optional.ofNullable(names.get(row.account())).stream()
                    .map(
                        who ->
                            new Excluded(
                                who, row.since(), row.by(), names.get(row.by()), row.why())))
        .toList();
  }

  @Override
  public Optional<Excluded> of(StaffId who) {
    return all().stream().filter(one -> one.who().id().equals(who)).findFirst();
  }

  /** The row first: a sign-in that runs meanwhile makes a visit that is worth nothing. */
  @Override
  public Outcome exclude(StaffId who, String why, StaffMember by) {
    if (who.equals(by.id())) {
      return Outcome.OWN;
    }
    if (records.of(Set.of(who)).isEmpty()) {
      return Outcome.NOT_THERE;
    }
    if (!rows.insert(who, by.id(), why)) {
      return Outcome.ALREADY;
    }
    if (!visits.of(who).isEmpty()) {
      desk.endAll(who);
    }
    note(by, AuditAction.STAFF_EXCLUDED, who);
    return Outcome.DONE;
  }

  @Override
  public Outcome readmit(StaffId who, StaffMember by) {
    if (rows.delete(who, by.id())) {
      note(by, AuditAction.STAFF_READMITTED, who);
      return Outcome.DONE;
    }
    return rows.any(Set.of(who)) ? Outcome.SAME_PERSON : Outcome.ALREADY;
  }

  private void note(StaffMember by, AuditAction action, StaffId who) {
    trail.record(new AuditEntry(by.actor(), action, List.of(), null, who.value().toString()));
  }
}
