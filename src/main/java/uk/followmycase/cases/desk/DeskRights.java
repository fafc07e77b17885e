package uk.followmycase.cases.desk;

import java.util.Optional;
import java.util.Set;
import uk.followmycase.cases.CaseId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/** May this member of staff do this to that case of the bound force, now? */
public interface DeskRights {

  /**
   * Asks in the transaction of the effect. A refusal leaves a trace there, so that transaction must
   * be committed.
   *
   * @return empty when there is no such case, it is not theirs to act on, or a conflict stands
   *     between them: nobody can tell which
   */
  Optional<Right> ask(StaffMember who, Handle file, Act act);

  /**
   * A right to act.
   *
   * @param bond under which it stands
   * @param acts everything that they may do to the case
   */
  record Right(CaseId caseId, Bond bond, Set<Act> acts) {

    public Right {
      acts = Set.copyOf(acts);
    }
  }
}
