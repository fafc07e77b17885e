package uk.followmycase.invitations.internal;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.Grants;
import uk.followmycase.cases.PersonId;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.identity.ForceCode;
import uk.followmycase.identity.SignIn;
import uk.followmycase.invitations.InvitationDesk.HandOver;

/** Codes that the force hands over itself. */
@Component
class HandingOver {

  private final InvitationRows rows;
  private final Grants grants;
  private final SignIn signIn;
  private final Changes changes;
  private final Tasks tasks;
  private final TransactionOperations transactions;
  private final Clock clock;

  HandingOver(
      InvitationRows rows,
      Grants grants,
      SignIn signIn,
      Changes changes,
      Tasks tasks,
      TransactionOperations transactions,
      Clock clock) {
    this.rows = rows;
    this.grants = grants;
    this.signIn = signIn;
    this.changes = changes;
    this.tasks = tasks;
    this.transactions = transactions;
    this.clock = clock;
  }

  HandOver to(String reference, String sourceId, Actor by) {
    return to(() -> grants.personBySource(reference, sourceId), Whose.ANYBODYS, by);
  }

  /** Whose code it may be. */
  enum Whose {
    INVITED,
    /** Somebody's who is in: what they have is taken from them. */
    IN,
    ANYBODYS
  }

  /**
   * Makes a code for whom the transaction finds.
   *
   * @param person asked in it; nobody where nobody is to get one
   */
  HandOver to(Supplier<Optional<PersonId>> person, Whose whose, Actor by) {
    var fresh = Fresh.make();
    return Objects.requireNonNull(
        transactions.execute(
            status ->
                person
                    .get()
                    .map(one -> to(one, fresh, whose, by))
                    .orElseGet(HandOver.NobodyThere::new)));
  }

  private HandOver to(PersonId person, Fresh fresh, Whose whose, Actor by) {
    var history = rows.history(person);
    var live = history.live().flatMap(found -> rows.lock(found.id())).filter(i -> i.state().live());
    if (live.isPresent()) {
      return whose == Whose.IN ? new HandOver.NotInvited() : toInvited(live.get(), fresh, by);
    }
    var latest = history.latest();
    return latest != null && history.accepted() && whose != Whose.INVITED
        ? toSomebodyIn(latest, fresh, by)
        : new HandOver.NotInvited();
  }

  private HandOver toInvited(Invitation invitation, Fresh fresh, Actor by) {
    if (!invitation.proof().strict()) {
      return new HandOver.NotStrict();
    }
    invitation.handOver(fresh.encoded());
    changes.by(by).changed(invitation, AuditAction.HAND_OVER_CODE_MADE, null).write();
    tasks.close(TaskKind.CODES_SPENT, List.of(invitation.person().value()));
    return new HandOver.Code(fresh.spoken(), invitation.link().expiresAt());
  }

  /** A code opens all that somebody follows: whose access is shut or over here gets none here. */
  private HandOver toSomebodyIn(Invitation accepted, Fresh fresh, Actor by) {
    var account = grants.reader(accepted.person());
    if (account.isEmpty()) {
      return new HandOver.NotInvited();
    }
    if (!accepted.proof().strict() || !signIn.replaceForceCode(account.get(), fresh.encoded())) {
      return new HandOver.NotStrict();
    }
    changes
        .by(by)
        .traced(accepted, AuditAction.HAND_OVER_CODE_MADE, accepted.state())
        .tell(accepted, Kind.CODE_REPLACED, clock.instant())
        .write();
    return new HandOver.Code(fresh.spoken(), null);
  }

  /** Made before the transaction, because its digest is slow. */
  private record Fresh(String spoken, String encoded) {

    static Fresh make() {
      var code = ForceCode.fresh();
      return new Fresh(code.spoken(), code.encoded());
    }

    @Override
    public String toString() {
      return "fresh code";
    }
  }
}
