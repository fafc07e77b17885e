package uk.followmycase.cases.internal;

import static uk.followmycase.cases.desk.TaskKind.NEEDS_A_PERSON;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.cases.desk.Decisions;
import uk.followmycase.cases.internal.Decision.Outcome;
import uk.followmycase.cases.internal.DecisionRows.Made;
import uk.followmycase.cases.internal.Standings.Judged;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.delivery.SafeContactPlans.Saying;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.Handle;

/** Decides, with all that follows, in one transaction. */
@Service
@Transactional
class Deciding implements Decisions {

  private final TaskRows tasks;
  private final CaseGate gate;
  private final Judging judging;
  private final Questions questions;
  private final DecisionRows decisions;
  private final SafeContactPlans plans;
  private final Rejudging rejudging;
  private final DeskTrail trail;
  private final Clock clock;

  Deciding(
      TaskRows tasks,
      CaseGate gate,
      Judging judging,
      Questions questions,
      DecisionRows decisions,
      SafeContactPlans plans,
      Rejudging rejudging,
      DeskTrail trail,
      Clock clock) {
    this.tasks = tasks;
    this.gate = gate;
    this.judging = judging;
    this.questions = questions;
    this.decisions = decisions;
    this.plans = plans;
    this.rejudging = rejudging;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public Optional<Question> question(StaffMember who, Handle handle) {
    return asked(who, handle)
        .flatMap(
            held ->
                held.person()
                    .flatMap(person -> questions.of(held.task(), person, who))
                    .map(
                        question -> {
                          trail.viewed(who, held.caseId(), held.bond());
                          return question;
                        }));
  }

  @Override
  public Decided approve(StaffMember who, Asked asked, Plan plan, String note) {
    return decide(who, asked, Outcome.APPROVED, plan, note);
  }

  @Override
  public Decided refuse(StaffMember who, Asked asked, String note) {
    return decide(who, asked, Outcome.REFUSED, null, note);
  }

  private Decided decide(
      StaffMember who, Asked asked, Outcome outcome, @Nullable Plan plan, String note) {
    return asked(who, asked.task())
        .map(held -> decide(held, new Form(who, asked, outcome, plan, note)))
        .orElseGet(Decided.NotThere::new);
  }

  private Decided decide(Held held, Form form) {
    var person = held.person();
    var key = person.flatMap(one -> questions.key(one.found().personId()));
    if (person.isEmpty() || key.isEmpty()) {
      return new Decided.Stale(null, null);
    }
    var judged = person.get();
    if (decisions.has(form.asked().once())) {
      return ok(judged);
    }
    return Questions.waits(held.task(), judged)
            && Questions.seen(held.task(), judged).equals(form.asked().seen())
        ? decide(held, form, judged, key.get())
        : stale(held, form, judged, key.get());
  }

  private Decided decide(Held held, Form form, Judged judged, DataKey key) {
    if (form.plan() != null) {
      plans.say(form.saying(judged, key, form.plan()));
    }
    decisions.add(form.made(judged), key, clock.instant());
    var code = Codes.of(form.outcome());
    trail.did(
        form.who(), AuditAction.PERSON_DECIDED, held.caseId(), judged.found().personId(), code);
    tasks.save(held.task().answered(code, form.who(), clock.instant(), form.note()));
    rejudging.of(held.caseId());
    return ok(judged);
  }

  private Decided stale(Held held, Form form, Judged judged, DataKey key) {
    return new Decided.Stale(
        questions.of(held.task(), judged, form.who()).orElse(null),
        decisions.latest(judged.found().personId(), key).orElse(null));
  }

  private Decided ok(Judged judged) {
    var person = judged.found().personId();
    var plan = plans.of(List.of(person)).getOrDefault(person, Plan.NONE);
    return decisions.about(person, plan.paused());
  }

  /** Cases are held before tasks, as everywhere. */
  private Optional<Held> asked(StaffMember who, Handle handle) {
    var seen = tasks.find(handle).filter(task -> task.cause().kind() == NEEDS_A_PERSON);
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    var caseId = seen.get().cause().caseId();
    return gate.bond(who, Act.DECIDE, caseId)
        .map(
            bond -> {
              var judged = judging.look(caseId);
              return new Held(tasks.lock(handle).orElseThrow(), caseId, bond, judged);
            });
  }

  /** What somebody wants. */
  private record Form(
      StaffMember who, Asked asked, Outcome outcome, @Nullable Plan plan, String note) {

    Made made(Judged judged) {
      return new Made(
          judged.found().personId(),
          judged.found().caseId(),
          asked.once(),
          new Decision(outcome, judged.grounds()),
          who.id().value(),
          null,
          new Words.Decision(Colleagues.named(who), null, note));
    }

    Saying saying(Judged judged, DataKey key, Plan safe) {
      var person = new Recipient(judged.found().caseId(), judged.found().personId());
      return new Saying(person, key, Source.OFFICER, safe, note, who.actor());
    }

    @Override
    public String toString() {
      return outcome + " of task " + asked.task();
    }
  }

  /** The question, held. */
  private record Held(Task task, UUID caseId, Bond bond, List<Judged> judged) {

    Optional<Judged> person() {
      return Questions.person(task, judged).filter(one -> !one.found().gone());
    }
  }
}
