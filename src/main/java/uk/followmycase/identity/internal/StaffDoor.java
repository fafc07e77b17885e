package uk.followmycase.identity.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.audit.Colleague;
import uk.followmycase.identity.StaffExclusions;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.identity.StaffNames;

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
    var whom = colleague(who);
    return all().stream().filter(one -> colleague(one.who()).isAlso(whom)).findFirst();
  }

  /** The row first: a sign-in that runs meanwhile makes a visit that is worth nothing. */
  @Override
  public Outcome exclude(StaffId who, String why, StaffMember by) {
    if (colleague(who).isAlso(by.colleague())) {
      return Outcome.OWN;
    }
    if (records.of(Set.of(who)).isEmpty()) {
      return Outcome.NOT_THERE;
    }
    var whom = person(colleague(who));
    if (rows.any(Set.of(who), whom.collar()) || !rows.insert(whom, person(by.colleague()), why)) {
      return Outcome.ALREADY;
    }
    accounts(who).stream().filter(one -> !visits.of(one).isEmpty()).forEach(desk::endAll);
    note(by, AuditAction.STAFF_EXCLUDED, who);
    return Outcome.DONE;
  }

  @Override
  public Outcome readmit(StaffId who, StaffMember by) {
    var whom = person(colleague(who));
    if (rows.delete(whom, person(by.colleague()))) {
      note(by, AuditAction.STAFF_READMITTED, who);
      return Outcome.DONE;
    }
    return rows.any(Set.of(who), whom.collar()) ? Outcome.SAME_PERSON : Outcome.ALREADY;
  }

  @Override
  public Set<StaffId> accounts(StaffId who) {
    var number = colleague(who).collarNumber();
    var others =
        number == null
            ? Stream.<StaffId>of()
            : records.withCollarNumber(number).stream().map(StaffNames.Known::id);
    return Stream.concat(Stream.of(who), others).collect(Collectors.toUnmodifiableSet());
  }

  private Colleague colleague(StaffId who) {
    var known = records.of(Set.of(who)).get(who);
    return known == null ? new Colleague(who.value().toString(), null) : colleague(known);
  }

  private static Colleague colleague(StaffNames.Known known) {
    return new Colleague(known.id().value().toString(), known.collarNumber());
  }

  private ExclusionRows.Person person(Colleague one) {
    var number = one.collarNumber();
    return new ExclusionRows.Person(
        new StaffId(UUID.fromString(one.account())),
        number == null ? null : records.digest(number));
  }

  private void note(StaffMember by, AuditAction action, StaffId who) {
    trail.record(new AuditEntry(by.actor(), action, List.of(), null, who.value().toString()));
  }
}
