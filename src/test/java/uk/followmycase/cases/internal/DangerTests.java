package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.followmycase.cases.desk.TaskKind.ACCESS_SUSPENDED;
import static uk.followmycase.cases.desk.TaskKind.NEEDS_A_PERSON;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import uk.followmycase.cases.desk.AccessDesk;
import uk.followmycase.cases.desk.Decisions;
import uk.followmycase.cases.desk.Decisions.Asked;
import uk.followmycase.cases.desk.Decisions.Decided;
import uk.followmycase.cases.desk.TaskAnswer;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.cases.desk.TaskDesk.Done;
import uk.followmycase.cases.desk.TaskDesk.Seen;
import uk.followmycase.delivery.Plan;
import uk.followmycase.eligibility.Flag;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/** What danger has shut is opened by two people who saw the same, and by no other way. */
@SpringBootTest
class DangerTests {

  @Autowired ApplicationContext product;
  @Autowired Decisions decisions;
  @Autowired TaskDesk tasks;
  @Autowired AccessDesk access;

  private Endangered victim;
  private StaffMember officer;
  private StaffMember safeguarding;
  private StaffMember colleague;
  private StaffMember supervisor;

  @BeforeEach
  void aCaseOfItsOwn() {
    victim = new Endangered(product);
    officer = victim.staff(StaffRole.OFFICER, "D");
    safeguarding = victim.staff(StaffRole.SAFEGUARDING, "S");
    colleague = victim.staff(StaffRole.SAFEGUARDING, "Z");
    supervisor = victim.staff(StaffRole.SUPERVISOR, "V");
  }

  @Test
  void onlyTheTaskOfTwoIsOpened() {
    inForce(
        () -> {
          victim.letIn();
          victim.tell(2, victim.phone);
          assertThat(victim.shut()).isTrue();
          assertThat(victim.waiting(safeguarding)).containsExactly(ACCESS_SUSPENDED);
        });
  }

  @Test
  void aQuestionThatStoodBeforeTheDangerIsNoWayRoundIt() {
    inForce(
        () -> {
          victim.letIn();
          victim.tell(2, Set.of(Flag.STALKING));
          var asked =
              asked(
                  decisions
                      .question(safeguarding, victim.task(safeguarding, NEEDS_A_PERSON))
                      .orElseThrow());
          victim.tell(3, Set.of(Flag.STALKING), victim.phone);
          assertThat(victim.waiting(safeguarding)).containsExactly(ACCESS_SUSPENDED);
          assertThat(decisions.approve(safeguarding, asked, Plan.NONE, "fine"))
              .isInstanceOf(Decided.Stale.class);
          assertThat(decisions.question(safeguarding, asked.task())).isEmpty();
          assertThat(victim.shut()).isTrue();
        });
  }

  @Test
  void whatAHandHasShutTooIsNotOpenedByOne() {
    inForce(
        () -> {
          victim.letIn();
          access.suspend(officer, victim.seen(supervisor), "He has her phone.");
          victim.tell(2, victim.phone);
          assertThat(victim.waiting(safeguarding)).containsExactly(ACCESS_SUSPENDED);
          assertThat(access.restore(supervisor, victim.seen(supervisor)))
              .isEqualTo(AccessDesk.Done.TWO_PEOPLE);
          assertThat(victim.shut()).isTrue();
          assertThat(victim.propose(safeguarding)).isInstanceOf(Done.Ok.class);
          assertThat(victim.confirm(colleague)).isInstanceOf(Done.Ok.class);
          assertThat(victim.shut()).isFalse();
        });
  }

  @Test
  void thatItStaysShutByHandIsToldTruly() {
    inForce(
        () -> {
          victim.letIn();
          victim.tell(2, victim.phone);
          access.suspend(officer, victim.seen(supervisor), "He has her phone.");
          victim.propose(safeguarding);
          assertThat(victim.confirm(colleague)).isInstanceOf(Done.StillShut.class);
          assertThat(victim.shut()).isTrue();
          assertThat(victim.done(supervisor)).endsWith("propose", "cleared");
        });
  }

  @Test
  void whatCameSinceTheFirstLookedIsNotConfirmed() {
    inForce(
        () -> {
          victim.letIn();
          victim.tell(2, victim.phone);
          victim.propose(safeguarding);
          var before = victim.danger(colleague);
          victim.tell(3, victim.phone, victim.email);
          assertThat(access.confirm(colleague, Endangered.looked(before), "fine"))
              .as("a form that does not show it")
              .isInstanceOf(Done.Stale.class);
          assertThat(victim.danger(colleague).moved()).isTrue();
          assertThat(victim.confirm(colleague))
              .as("a form that does, of what the first one never saw")
              .isInstanceOf(Done.Stale.class);
          assertThat(victim.shut()).isTrue();
          access.decline(colleague, Endangered.looked(victim.danger(colleague)), "look again");
          victim.propose(safeguarding);
          assertThat(victim.danger(colleague).question().reasons()).hasSize(2);
          assertThat(victim.confirm(colleague)).isInstanceOf(Done.Ok.class);
          assertThat(victim.shut()).isFalse();
        });
  }

  @Test
  void twoAccountsOfOneAreOne() {
    inForce(
        () -> {
          victim.letIn();
          victim.tell(2, victim.phone);
          victim.propose(safeguarding);
          var twin = twin(safeguarding);
          assertThat(victim.confirm(twin)).isInstanceOf(Done.Stale.class);
          assertThat(victim.shut()).isTrue();
        });
  }

  @Test
  void whatStaysSuspendedCanBeAskedForAgain() {
    inForce(
        () -> {
          victim.letIn();
          victim.tell(2, victim.phone);
          var task = victim.task(safeguarding, ACCESS_SUSPENDED);
          assertThat(stays(officer, task)).isInstanceOf(Done.NotThere.class);
          assertThat(stays(safeguarding, task)).isInstanceOf(Done.Ok.class);
          assertThat(victim.waiting(safeguarding)).isEmpty();
          victim.tell(3);
          assertThat(victim.shut()).as("nothing but a hand opens it").isTrue();
          victim.tell(4, victim.phone);
          assertThat(access.restore(supervisor, victim.seen(supervisor)))
              .isEqualTo(AccessDesk.Done.TWO_PEOPLE);
          victim.propose(supervisor);
          assertThat(victim.confirm(safeguarding)).isInstanceOf(Done.Ok.class);
          assertThat(victim.shut()).isFalse();
        });
  }

  @Test
  void whoseAccessHasEndedIsOnesToDecideAbout() {
    inForce(
        () -> {
          victim.letIn();
          victim.tell(2, victim.phone);
          access.withdraw(supervisor, victim.seen(supervisor), "He has her phone.");
          assertThat(victim.waiting(safeguarding)).containsExactly(NEEDS_A_PERSON);
          var question =
              decisions
                  .question(safeguarding, victim.task(safeguarding, NEEDS_A_PERSON))
                  .orElseThrow();
          assertThat(question.in()).isFalse();
          assertThat(decisions.approve(safeguarding, asked(question), Plan.NONE, "safe now"))
              .isInstanceOf(Decided.Ok.class);
          assertThat(victim.done(supervisor)).as("read on the person's page").contains("approved");
          assertThat(victim.tasks(supervisor).getFirst().remarks().getLast().note())
              .isEqualTo("safe now");
        });
  }

  @Test
  void whatWaitsIsFoundFromTheCase() {
    inForce(
        () -> {
          victim.letIn();
          victim.tell(2, victim.phone);
          var live = victim.tasks(supervisor).getFirst();
          assertThat(live.live()).isTrue();
          assertThat(live.line().handle()).isEqualTo(victim.task(safeguarding, ACCESS_SUSPENDED));
        });
  }

  @Test
  void whatAPersonShutOnlyAPersonOpens() {
    inForce(
        () -> {
          victim.letIn();
          assertThat(access.suspend(officer, victim.seen(supervisor), "He has her phone."))
              .isEqualTo(AccessDesk.Done.DONE);
          assertThat(victim.shut()).isTrue();
          victim.tell(2, Set.of(Flag.HATE));
          assertThat(victim.shut()).as("judged again").isTrue();
          assertThat(access.restore(officer, victim.seen(supervisor)))
              .as("not an officer's to open")
              .isEqualTo(AccessDesk.Done.NOT_THERE);
          assertThat(access.restore(supervisor, victim.seen(supervisor)))
              .isEqualTo(AccessDesk.Done.DONE);
          assertThat(victim.shut()).isFalse();
          assertThat(access.withdraw(supervisor, victim.seen(supervisor), "He has her phone."))
              .isEqualTo(AccessDesk.Done.DONE);
        });
  }

  private Done stays(StaffMember who, Handle task) {
    return tasks.answer(who, new Seen(task, 1), TaskAnswer.STAYS_SUSPENDED, "he has her phone");
  }

  private static Asked asked(Decisions.Question question) {
    return new Asked(question.task().line().handle(), question.seen(), Handle.random());
  }

  /** The same person, by another provider that writes the number in its own way. */
  private static StaffMember twin(StaffMember of) {
    var number = Objects.requireNonNull(of.collarNumber()).toLowerCase(Locale.ROOT);
    return new StaffMember(
        new StaffId(UUID.randomUUID()),
        of.force(),
        of.roles(),
        " " + number,
        of.units(),
        "Alex Morgan-Jones",
        of.signedInAt());
  }

  private void inForce(Runnable work) {
    ForceBinding.run(victim.force().id(), work);
  }
}
