package uk.followmycase.cases.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.cases.ContactWishes;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.cases.desk.Tasks.Need;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.delivery.SafeContactPlans.Saying;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.identity.AccountId;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** What people say themselves of how they may be reached. */
@Service
@Transactional
class KeptWishes implements ContactWishes {

  private final OpenPages pages;
  private final GrantRows grants;
  private final SafeContactPlans plans;
  private final ForceKeys keys;
  private final Tasks tasks;
  private final AuditTrail trail;

  KeptWishes(
      OpenPages pages,
      GrantRows grants,
      SafeContactPlans plans,
      ForceKeys keys,
      Tasks tasks,
      AuditTrail trail) {
    this.pages = pages;
    this.grants = grants;
    this.plans = plans;
    this.keys = keys;
    this.tasks = tasks;
    this.trail = trail;
  }

  @Override
  public Optional<Shown> show(AccountId account, Handle handle) {
    return person(account, handle)
        .map(
            person -> {
              var subject = new AuditEntry.Subject(person.caseId(), person.personId());
              trail.record(
                  AuditEntry.of(OpenPages.actor(account), AuditAction.CASE_VIEWED, subject));
              return shown(person);
            });
  }

  private Shown shown(Recipient person) {
    var own = plans.said(person.personId()).getOrDefault(Source.VICTIM, Plan.NONE);
    var id = person.personId();
    var holds = Objects.requireNonNull(plans.everywhere(List.of(id)).get(id));
    return new Shown(own, open(own, holds), !care(holds).equals(care(own)));
  }

  /** What shows in what arrives; that somebody takes care beyond that is for nobody's eyes. */
  private static Plan open(Plan own, Plan holds) {
    return new Plan(
        holds.channels(),
        holds.times(),
        own.discreet(),
        own.noLink(),
        own.voicemail(),
        own.sharedDevice(),
        holds.paused(),
        null,
        null,
        own.zones());
  }

  /** All of a plan that keeps somebody safe. */
  private static Plan care(Plan plan) {
    return new Plan(
        plan.channels(),
        plan.times(),
        plan.discreet(),
        plan.noLink(),
        plan.voicemail(),
        plan.sharedDevice(),
        plan.paused(),
        null,
        null,
        plan.zones());
  }

  @Override
  public boolean wish(AccountId account, Handle handle, Plan plan) {
    var person = person(account, handle);
    person.ifPresent(it -> wish(account, it, plan));
    return person.isPresent();
  }

  /** Whoever wants to hear nothing more may not want it of themselves: somebody asks. */
  private void wish(AccountId account, Recipient person, Plan plan) {
    var sealed =
        Objects.requireNonNull(grants.sealed(List.of(person.personId())).get(person.personId()));
    var key = keys.dataKey(sealed.caseId(), sealed.wrapped());
    plans.say(new Saying(person, key, Source.VICTIM, plan, null, OpenPages.actor(account)));
    if (plan.paused()) {
      tasks.open(Need.of(TaskKind.PLAN_REVIEW, person.caseId(), person.personId(), null));
    }
  }

  private Optional<Recipient> person(AccountId account, Handle handle) {
    return pages.find(account, handle).map(row -> new Recipient(row.caseId(), row.personId()));
  }
}
