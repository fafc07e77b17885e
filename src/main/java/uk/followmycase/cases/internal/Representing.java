package uk.followmycase.cases.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.desk.AccessDesk;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Representatives;
import uk.followmycase.cases.internal.RepresentativeRows.Named;
import uk.followmycase.cases.internal.Standings.Judged;
import uk.followmycase.eligibility.CollisionRegister;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Adds and ends representatives, with all that follows, in one transaction. */
@Service
@Transactional
class Representing implements Representatives {

  private static final int MOST = 5;

  private final Rights rights;
  private final RepresentativeRows rows;
  private final RepresentativePeople people;
  private final CollisionRegister register;
  private final Judging judging;
  private final Rejudging rejudging;
  private final EndedByHand over;
  private final ForceKeys keys;
  private final OneAfterTheOther once;
  private final DeskTrail trail;

  Representing(
      Rights rights,
      RepresentativeRows rows,
      RepresentativePeople people,
      CollisionRegister register,
      Judging judging,
      Rejudging rejudging,
      EndedByHand over,
      ForceKeys keys,
      OneAfterTheOther once,
      DeskTrail trail) {
    this.rights = rights;
    this.rows = rows;
    this.people = people;
    this.register = register;
    this.judging = judging;
    this.rejudging = rejudging;
    this.over = over;
    this.keys = keys;
    this.once = once;
    this.trail = trail;
  }

  @Override
  public Done add(StaffMember who, Handle file, Handle person, Somebody somebody) {
    once.of(who);
    return rights
        .find(who, file, Act.ADD_REPRESENTATIVE)
        .flatMap(
            ties -> rows.named(ties.caseId(), person).map(one -> add(who, ties, one, somebody)))
        .orElse(Done.NOT_THERE);
  }

  /** The register is entered before the case is held, as everywhere. */
  private Done add(StaffMember who, Ties ties, Named of, Somebody somebody) {
    var id = Handle.rowId();
    var marks = List.of(people.marks(id, somebody));
    register.enter(marks);
    var all = judging.look(ties.caseId());
    var key = keys.dataKey(ties.caseId(), ties.wrapped());
    var wrong = refused(of, all, key, somebody);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    people.write(id, ties.caseId(), key, somebody);
    rows.add(id, of.id(), ties.caseId(), somebody, who.id().value());
    register.replace(marks);
    trail.did(who, AuditAction.REPRESENTATIVE_ADDED, ties.caseId(), id, somebody.kind().key());
    rejudging.of(ties.caseId());
    return Done.DONE;
  }

  /** Why nobody is added, or that somebody has been; empty where all is well. */
  private Optional<Done> refused(Named of, List<Judged> all, DataKey key, Somebody somebody) {
    var judged = find(all, of.id());
    var before =
        all.stream()
            .filter(one -> of.id().equals(one.found().represents()) && !one.found().gone())
            .filter(one -> people.own(one, key, somebody))
            .findFirst();
    if (before.isPresent()) {
      return Optional.of(same(before.get(), key, somebody) ? Done.DONE : Done.ALREADY);
    }
    if (judged.isEmpty() || !represents(of, judged.get(), somebody)) {
      return Optional.of(Done.NOT_NOW);
    }
    return people.own(judged.get(), key, somebody)
        ? Optional.of(Done.SAME_CONTACT)
        : Optional.empty();
  }

  private boolean same(Judged before, DataKey key, Somebody somebody) {
    return people.named(before, key, somebody)
        && rows.standsAs(before.found().personId(), somebody);
  }

  private boolean represents(Named of, Judged judged, Somebody somebody) {
    return of.represents() == null
        && !judged.found().gone()
        && !judged.danger()
        && somebody.until().isAfter(rows.today())
        && rows.count(of.id()) < MOST;
  }

  @Override
  public AccessDesk.Done end(StaffMember who, AccessDesk.Seen seen, String reason) {
    return rights
        .find(who, seen.file(), Act.END_REPRESENTATIVE)
        .map(ties -> over.end(who, ties, seen, reason.strip()))
        .orElse(AccessDesk.Done.NOT_THERE);
  }

  @Override
  public Optional<Handle> stoodFor(StaffMember who, Handle file, Handle representative) {
    return rights
        .find(who, file, Act.SEE_FILE)
        .flatMap(ties -> over.stoodFor(ties.caseId(), representative));
  }

  @Override
  public List<Over> over(StaffMember who, Handle file, Handle person) {
    return rights
        .find(who, file, Act.SEE_FILE)
        .map(ties -> over.of(ties, person))
        .orElse(List.of());
  }

  private static Optional<Judged> find(List<Judged> all, UUID person) {
    return all.stream().filter(one -> one.found().personId().equals(person)).findFirst();
  }
}
