package uk.followmycase.invitations.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.cases.desk.Tasks.Need;
import uk.followmycase.identity.ForceCode;
import uk.followmycase.invitations.Invitations.Tried;
import uk.followmycase.invitations.events.HandOverCodeSpent;
import uk.followmycase.tenancy.ForceBinding;

/**
 * The second proof where the force handed the code over. A try is counted and committed before the
 * slow comparison, which holds neither a row nor a connection.
 */
@Component
class StrictProving {

  private final InvitationRows rows;
  private final Changes changes;
  private final Tasks tasks;
  private final ApplicationEventPublisher events;
  private final TransactionOperations transactions;
  private final Clock clock;

  StrictProving(
      InvitationRows rows,
      Changes changes,
      Tasks tasks,
      ApplicationEventPublisher events,
      TransactionOperations transactions,
      Clock clock) {
    this.rows = rows;
    this.changes = changes;
    this.tasks = tasks;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  Tried prove(UUID id, String typed) {
    var encoded = inTransaction(() -> count(id));
    if (encoded.isEmpty()) {
      return Tried.DEAD;
    }
    var right = ForceCode.matches(typed, encoded.get());
    return inTransaction(() -> answer(id, encoded.get(), right));
  }

  /** The code to compare with; empty when none is live. */
  private Optional<String> count(UUID id) {
    var held = rows.lock(id).filter(this::strict).filter(i -> i.code().live());
    held.ifPresent(
        invitation -> {
          invitation.countTry();
          rows.save(invitation);
        });
    return held.map(invitation -> Objects.requireNonNull(invitation.code().encoded()));
  }

  private Tried answer(UUID id, String encoded, boolean right) {
    var held = rows.lock(id).filter(this::strict).filter(i -> encoded.equals(i.code().encoded()));
    if (held.isEmpty()) {
      return Tried.DEAD;
    }
    return right ? right(held.get()) : wrong(held.get());
  }

  private Tried right(Invitation invitation) {
    invitation.prove(clock.instant());
    changes
        .by(Actors.HOLDER)
        .changed(invitation, AuditAction.INVITATION_PROVED, invitation.proof())
        .write();
    return Tried.RIGHT;
  }

  private Tried wrong(Invitation invitation) {
    var now = clock.instant();
    var batch =
        changes.by(Actors.HOLDER).traced(invitation, AuditAction.INVITATION_REFUSED, Tried.WRONG);
    var spent = invitation.buryCode(now);
    if (spent) {
      batch.changed(invitation, AuditAction.HAND_OVER_CODE_SPENT, null);
    }
    batch.write();
    if (spent) {
      tell(invitation, now);
    }
    return spent ? Tried.DEAD : Tried.WRONG;
  }

  private void tell(Invitation invitation, Instant now) {
    var standing = invitation.standing();
    events.publishEvent(
        new HandOverCodeSpent(
            ForceBinding.current(), standing.id(), standing.caseId(), standing.person(), now));
    tasks.open(Need.of(TaskKind.CODES_SPENT, standing.caseId(), standing.person(), standing.id()));
  }

  private boolean strict(Invitation invitation) {
    return invitation.proof().strict() && invitation.opens(clock.instant());
  }

  private <T> T inTransaction(java.util.function.Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }
}
