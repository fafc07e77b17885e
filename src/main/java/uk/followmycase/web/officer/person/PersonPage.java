package uk.followmycase.web.officer.person;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.CaseSight;
import uk.followmycase.cases.desk.CaseSight.OnCase;
import uk.followmycase.cases.desk.CaseSight.Shut;
import uk.followmycase.cases.desk.Representatives.Over;
import uk.followmycase.cases.desk.TaskDesk.Shown;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.invitations.DeskInvitations.Sight;
import uk.followmycase.tenancy.keys.Handle;

/**
 * Somebody on a case.
 *
 * @param file the case
 * @param over those who stood for the person until one of staff said why not
 * @param said end of the key of what became of the last act; empty for none
 * @param faults keys of words by field
 * @param typed into the field at fault
 */
record PersonPage(
    CaseSight file,
    OnCase person,
    Sight invitation,
    List<Over> over,
    String said,
    Map<String, String> faults,
    String typed) {

  /** The same where a reason was wanted in this field. */
  PersonPage failed(String field, String fault, String words) {
    return new PersonPage(file, person, invitation, over, "", Map.of(field, fault), words);
  }

  /** What became of the last act, with what followed of an approval. */
  String told() {
    if (!said.startsWith("approved") || invitation.live()) {
      return said;
    }
    return invitation.in() ? "approved-in" : "approved-unreachable";
  }

  /** What was typed into a field that is not there any more: nothing that was written is lost. */
  String stranded() {
    return faults.containsKey("suspend-why") && !maySuspend()
            || faults.containsKey("withdraw-why") && !mayWithdraw()
            || faults.containsKey("end-why") && !mayEnd()
        ? typed
        : "";
  }

  /** Who shut it and why, while it is shut. */
  @Nullable Shut shut() {
    return standsAs(AccessState.SUSPENDED, AccessState.ENDED) ? person.shut() : null;
  }

  /** Whether the reader may do this to the case. */
  boolean may(Act act) {
    return invitation.acts().contains(act);
  }

  boolean mayInvite() {
    return may(Act.INVITE) && invitation.eligible() && !invitation.live() && !invitation.in();
  }

  boolean mayResend() {
    return may(Act.RESEND_INVITATION) && invitation.live();
  }

  boolean mayCancel() {
    return may(Act.CANCEL_INVITATION) && invitation.live();
  }

  boolean maySuspend() {
    return may(Act.SUSPEND_ACCESS) && standsAs(AccessState.OPEN, AccessState.READ_ONLY);
  }

  boolean mayReplaceCode() {
    return invitation.takesNewCode() && standsAs(AccessState.OPEN, AccessState.READ_ONLY);
  }

  boolean mayRestore() {
    return may(Act.RESTORE_ACCESS)
        && standsAs(AccessState.SUSPENDED, AccessState.SUSPENDED)
        && tasks().stream().noneMatch(PersonPage::opensAccess);
  }

  boolean mayWithdraw() {
    return may(Act.WITHDRAW_ACCESS)
        && person.as() == null
        && (standsAs(AccessState.OPEN, AccessState.READ_ONLY)
            || standsAs(AccessState.SUSPENDED, AccessState.SUSPENDED));
  }

  /** What waits about this person, and what colleagues did. */
  List<Shown> tasks() {
    return file.tasks(person);
  }

  /** What two people open is opened at its task, not here. */
  private static boolean opensAccess(Shown task) {
    return task.live() && task.line().kind() == TaskKind.ACCESS_SUSPENDED;
  }

  /** Those who may see the case for this person. */
  List<OnCase> representatives() {
    return file.people().stream()
        .filter(one -> one.as() != null && one.as().of().equals(person.handle()))
        .toList();
  }

  boolean mayAddRepresentative() {
    return may(Act.ADD_REPRESENTATIVE) && person.as() == null;
  }

  boolean mayEnd() {
    return may(Act.END_REPRESENTATIVE) && person.as() != null;
  }

  private boolean standsAs(AccessState one, AccessState other) {
    return person.access() == one || person.access() == other;
  }

  /** Where its forms go. */
  String address(String form) {
    return address(file.page().handle(), person.handle()) + "/" + form;
  }

  /** Where it stands. */
  static String address(Handle file, Handle person) {
    return "/desk/cases/" + file + "/people/" + person;
  }

  static String key(@Nullable Enum<?> constant) {
    return constant == null ? "none" : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
