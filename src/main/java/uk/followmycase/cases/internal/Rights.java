package uk.followmycase.cases.internal;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.cases.CaseId;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.cases.desk.DeskPolicy;
import uk.followmycase.cases.desk.DeskRights;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/** Asks the policy with the bonds that stand; a conflict beats them all. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Rights implements DeskRights {

  private static final DeskPolicy POLICY = DeskPolicy.STANDING;

  private final TieRows rows;
  private final Looks looks;

  Rights(TieRows rows, Looks looks) {
    this.rows = rows;
    this.looks = looks;
  }

  @Override
  public Optional<Right> ask(StaffMember who, Handle file, Act act) {
    return find(who, file, act)
        .map(
            ties ->
                new Right(
                    new CaseId(ties.caseId()),
                    bond(who, ties, act).orElseThrow(),
                    POLICY.acts(who.roles(), ties.bonds())));
  }

  /** The case with its key and ties, for those who may do this to it. */
  Optional<Ties> find(StaffMember who, Handle file, Act act) {
    return rows.find(who, file).filter(ties -> decide(who, ties, act).isPresent());
  }

  /** The bond under which they may; a refusal leaves its trace. */
  Optional<Bond> decide(StaffMember who, Ties ties, Act act) {
    var bond = bond(who, ties, act);
    if (bond.isEmpty()) {
      looks.refused(who, ties.caseId(), act, ties.conflict());
    }
    return bond;
  }

  /** The bond under which they may. */
  static Optional<Bond> bond(StaffMember who, Ties ties, Act act) {
    return ties.conflict() ? Optional.empty() : POLICY.bond(who.roles(), ties.bonds(), act);
  }

  /** Whether a role may do this under any bond at all. */
  static boolean everMay(StaffRole role, Act act) {
    return POLICY.everAllows(Set.of(role), act);
  }

  /** Whether they may do something that is about no case. */
  static boolean may(StaffMember who, Act act) {
    return POLICY.bond(who.roles(), Set.of(Bond.NONE), act).isPresent();
  }
}
