package uk.followmycase.invitations.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.Grants;
import uk.followmycase.delivery.Contact;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.SignIn;
import uk.followmycase.invitations.events.InvitationAccepted;
import uk.followmycase.tenancy.ForceBinding;

/** The last step: from the second proof to access. */
@Component
class Entering {

  private final InvitationRows rows;
  private final Ways ways;
  private final Grants grants;
  private final SignIn signIn;
  private final TakingBack takingBack;
  private final Changes changes;
  private final ApplicationEventPublisher events;
  private final TransactionOperations transactions;
  private final Clock clock;

  Entering(
      InvitationRows rows,
      Ways ways,
      Grants grants,
      SignIn signIn,
      TakingBack takingBack,
      Changes changes,
      ApplicationEventPublisher events,
      TransactionOperations transactions,
      Clock clock) {
    this.rows = rows;
    this.ways = ways;
    this.grants = grants;
    this.signIn = signIn;
    this.takingBack = takingBack;
    this.changes = changes;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  SignIn.Proved proved(UUID id, Instant at) {
    var invitation =
        proven(rows.byId(id), at)
            .orElseThrow(() -> new IllegalStateException("Nothing was proved"));
    var contacts = new ArrayList<Contact>();
    ways.of(invitation)
        .ifPresent(
            found -> {
              found.ofLink().ifPresent(contacts::add);
              if (!invitation.proof().strict()) {
                found.ofCode().ifPresent(contacts::add);
              }
            });
    return new SignIn.Proved(List.copyOf(contacts), invitation.code().encoded());
  }

  boolean accept(UUID id, Instant at, AccountId account) {
    return Boolean.TRUE.equals(transactions.execute(status -> accept(id, at, account, status)));
  }

  /** Cases are held first, so a verdict that is being written is waited for and then obeyed. */
  private boolean accept(UUID id, Instant at, AccountId account, TransactionStatus status) {
    var actor = new Actor(Actor.Kind.PERSON, account.value().toString());
    var seen = proven(rows.byId(id), at);
    if (seen.isEmpty()
        || tooWeak(seen.get(), account)
        || !grants.open(seen.get().person(), account)) {
      rows.byId(id).ifPresent(invitation -> refused(invitation, actor));
      return false;
    }
    var held = proven(takingBack.hold(List.of(id)).stream().findFirst(), at);
    if (held.isEmpty()) {
      status.setRollbackOnly();
      return false;
    }
    enter(held.get(), actor);
    return true;
  }

  private void enter(Invitation invitation, Actor actor) {
    var now = clock.instant();
    var standing = invitation.standing();
    invitation.accept(now);
    changes.by(actor).changed(invitation, AuditAction.INVITATION_ACCEPTED, null).write();
    events.publishEvent(
        new InvitationAccepted(
            ForceBinding.current(), standing.id(), standing.caseId(), standing.person(), now));
  }

  /** A strict case is never behind an account that two codes of ours open. */
  private boolean tooWeak(Invitation invitation, AccountId account) {
    return invitation.proof().strict() && !signIn.strict(account);
  }

  private void refused(Invitation invitation, Actor actor) {
    changes
        .by(actor)
        .traced(invitation, AuditAction.INVITATION_REFUSED, invitation.state())
        .write();
  }

  /** Proved by whoever asks: a later proof is somebody else's, perhaps with another code. */
  private Optional<Invitation> proven(Optional<Invitation> invitation, Instant at) {
    return invitation
        .filter(found -> found.proved(clock.instant()))
        .filter(found -> at.equals(found.times().provedAt()));
  }
}
