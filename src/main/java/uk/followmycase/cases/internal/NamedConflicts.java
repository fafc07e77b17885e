package uk.followmycase.cases.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.Colleague;
import uk.followmycase.cases.Marks;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Conflicts;
import uk.followmycase.cases.internal.ConflictRows.For;
import uk.followmycase.eligibility.CollisionRegister;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.identity.StaffNames;
import uk.followmycase.tenancy.CollarNumber;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/** Conflicts, and whose they are to know and to take back. */
@Service
@Transactional
class NamedConflicts implements Conflicts {

  private static final int LONGEST = 300;
  private static final Pattern COLLAR = Pattern.compile("[A-Za-z0-9]{1,10}");

  private final ConflictRows rows;
  private final Marks marks;
  private final StaffNames staff;
  private final OfficerNames names;
  private final OneAfterTheOther once;
  private final DeskTrail trail;

  NamedConflicts(
      ConflictRows rows,
      Marks marks,
      StaffNames staff,
      OfficerNames names,
      OneAfterTheOther once,
      DeskTrail trail) {
    this.rows = rows;
    this.marks = marks;
    this.staff = staff;
    this.names = names;
    this.once = once;
    this.trail = trail;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Conflict> own(StaffMember who) {
    return rows.standing(List.of(who.id().value()), Asking.collar(who), true);
  }

  @Override
  public Optional<List<Conflict>> of(StaffMember who, String collarNumber) {
    var number = CollarNumber.of(collarNumber);
    if (!mayName(who, number)) {
      return Optional.empty();
    }
    note(who, AuditAction.CONFLICTS_READ, "for " + number);
    return Optional.of(rows.standing(accounts(who, number), number, all(who)));
  }

  @Override
  public Optional<String> named(StaffMember who, String collarNumber) {
    var number = CollarNumber.of(collarNumber);
    return mayName(who, number) ? Optional.ofNullable(names.of(number)) : Optional.empty();
  }

  /** What somebody named for themselves is the data protection officer's to see, and nobody's. */
  private Set<UUID> accounts(StaffMember who, String collarNumber) {
    return all(who)
        ? staff.withCollarNumber(collarNumber).stream()
            .map(known -> known.id().value())
            .collect(Collectors.toSet())
        : Set.of();
  }

  @Override
  public Outcome declare(StaffMember who, Kind kind, String written) {
    return Rights.may(who, Act.DECLARE_CONFLICT)
        ? name(who, new For(who.id().value(), who.collarNumber()), kind, written)
        : Outcome.NOT_ALLOWED;
  }

  @Override
  public Outcome add(StaffMember who, String collarNumber, Kind kind, String written) {
    var number = CollarNumber.of(collarNumber);
    return mayName(who, number)
        ? name(who, new For(null, number), kind, written)
        : Outcome.NOT_ALLOWED;
  }

  private Outcome name(StaffMember by, For whom, Kind kind, String written) {
    var said = written.strip();
    var digest = said.isEmpty() || said.length() > LONGEST ? null : digest(kind, said);
    if (digest == null) {
      return Outcome.NOT_READABLE;
    }
    once.of(by);
    if (!rows.stands(whom, kind, digest)) {
      rows.name(by, whom, kind, digest, said);
      note(by, AuditAction.CONFLICT_NAMED, kind + " " + whose(whom));
    }
    return Outcome.KEPT;
  }

  private byte @Nullable [] digest(Kind kind, String written) {
    return switch (kind) {
      case NAME -> marks.name(written);
      case PHONE -> marks.contact(CollisionRegister.Kind.PHONE, written);
      case EMAIL -> marks.contact(CollisionRegister.Kind.EMAIL, written);
      case ADDRESS -> marks.contact(CollisionRegister.Kind.ADDRESS, written);
    };
  }

  @Override
  public boolean lift(StaffMember who, Handle conflict) {
    var whom = Rights.may(who, Act.LIFT_CONFLICT) ? rows.hold(conflict) : Optional.<For>empty();
    if (whom.isEmpty() || !mayLift(who, whom.get())) {
      return false;
    }
    rows.lift(who, conflict);
    note(who, AuditAction.CONFLICT_LIFTED, whose(whom.get()) + " " + conflict);
    return true;
  }

  /** Not one's own, by whatever account; and what somebody named themselves is not a unit's. */
  private boolean mayLift(StaffMember who, For whom) {
    var units = whom.staff() == null && whom.collar() != null;
    return !colleague(whom).isAlso(who.colleague())
        && (all(who) || (units && rows.ofUnits(who, String.valueOf(whom.collar()))));
  }

  /** Some named theirs before their provider told their number: it is asked for now. */
  private Colleague colleague(For whom) {
    var account = whom.staff();
    if (account == null || whom.collar() != null) {
      return new Colleague(String.valueOf(account), whom.collar());
    }
    var known = staff.of(Set.of(new StaffId(account))).get(new StaffId(account));
    return new Colleague(account.toString(), known == null ? null : known.collarNumber());
  }

  /** A supervisor names for the own units; and for whom no other unit works with yet. */
  private boolean mayName(StaffMember who, String collarNumber) {
    return Rights.may(who, Act.ADD_CONFLICT)
        && COLLAR.matcher(collarNumber).matches()
        && (all(who) || rows.ofUnits(who, collarNumber));
  }

  private static boolean all(StaffMember who) {
    return who.is(StaffRole.DATA_PROTECTION_OFFICER);
  }

  private static String whose(For whom) {
    return whom.staff() == null ? "for " + whom.collar() : "own";
  }

  private void note(StaffMember who, AuditAction action, String detail) {
    trail.did(who, action, null, null, detail);
  }
}
