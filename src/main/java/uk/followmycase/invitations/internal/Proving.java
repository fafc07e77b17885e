package uk.followmycase.invitations.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.delivery.SafeHours;
import uk.followmycase.identity.OneTimeCodes;
import uk.followmycase.invitations.Invitations.Tried;

/** The second proof where we send the code: to the contact that did not get the link. */
@Component
class Proving {

  private final InvitationRows rows;
  private final Ways ways;
  private final OneTimeCodes codes;
  private final SafeContactPlans plans;
  private final SafeHours hours;
  private final Changes changes;
  private final Clock clock;

  Proving(
      InvitationRows rows,
      Ways ways,
      OneTimeCodes codes,
      SafeContactPlans plans,
      SafeHours hours,
      Changes changes,
      Clock clock) {
    this.rows = rows;
    this.ways = ways;
    this.codes = codes;
    this.plans = plans;
    this.hours = hours;
    this.changes = changes;
    this.clock = clock;
  }

  @Transactional
  Optional<OneTimeCodes.Sent> sendCode(UUID id, String language) {
    var invitation = rows.byId(id);
    var plan = invitation.map(this::plan).filter(this::everReached);
    return contact(invitation)
        .flatMap(contact -> plan.map(safe -> codes.send(id, contact, language, safe)));
  }

  /** Nothing arrives at an hour that is not safe, even when the person asks for it. */
  private Plan plan(Invitation invitation) {
    var person = invitation.person().value();
    return plans.everywhere(List.of(person)).getOrDefault(person, Plan.NONE);
  }

  private boolean everReached(Plan plan) {
    return plan.next(clock.instant(), hours).isPresent();
  }

  /** Codes are held before invitations; therefore the invitation is looked at twice. */
  @Transactional
  Tried prove(UUID id, String code) {
    return contact(rows.byId(id))
        .map(
            contact ->
                switch (codes.attempt(id, contact, code)) {
                  case RIGHT -> right(id);
                  case WRONG -> refused(id, Tried.WRONG);
                  case DEAD -> refused(id, Tried.DEAD);
                })
        .orElse(Tried.DEAD);
  }

  private Tried right(UUID id) {
    var held = rows.lock(id).filter(this::standard);
    held.ifPresent(
        invitation -> {
          invitation.prove(clock.instant());
          changes
              .by(Actors.HOLDER)
              .changed(invitation, AuditAction.INVITATION_PROVED, invitation.proof())
              .write();
        });
    return held.isPresent() ? Tried.RIGHT : Tried.DEAD;
  }

  private Tried refused(UUID id, Tried tried) {
    rows.byId(id)
        .ifPresent(
            invitation ->
                changes
                    .by(Actors.HOLDER)
                    .traced(invitation, AuditAction.INVITATION_REFUSED, tried)
                    .write());
    return tried;
  }

  private Optional<Contact> contact(Optional<Invitation> invitation) {
    return invitation.filter(this::standard).flatMap(ways::of).flatMap(Ways.OfPerson::ofCode);
  }

  private boolean standard(Invitation invitation) {
    return !invitation.proof().strict() && invitation.opens(clock.instant());
  }
}
