package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.followmycase.cases.desk.TaskKind.ACCESS_SUSPENDED;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import uk.followmycase.cases.desk.AccessDesk;
import uk.followmycase.cases.desk.AccessDesk.Done;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.StaffRole;

/** What a person shut by hand only people open, whatever else shut it meanwhile. */
@SpringBootTest
class ShutByHandTests {

  @Autowired ApplicationContext product;
  @Autowired AccessDesk access;

  private Endangered victim;
  private StaffMember safeguarding;
  private StaffMember colleague;
  private StaffMember supervisor;

  @BeforeEach
  void shutByHandAndInDanger() {
    victim = new Endangered(product);
    var officer = victim.staff(StaffRole.OFFICER, "D");
    safeguarding = victim.staff(StaffRole.SAFEGUARDING, "S");
    colleague = victim.staff(StaffRole.SAFEGUARDING, "Z");
    supervisor = victim.staff(StaffRole.SUPERVISOR, "V");
    inForce(
        () -> {
          victim.letIn();
          access.suspend(officer, victim.seen(supervisor), "He has her phone.");
          victim.tell(2, victim.phone);
        });
  }

  @Test
  void whatASecondPersonSendsBackStaysShutByHand() {
    inForce(
        () -> {
          assertThat(restore()).isEqualTo(Done.TWO_PEOPLE);
          victim.propose(safeguarding);
          access.decline(colleague, Endangered.looked(victim.danger(colleague)), "not yet");
          victim.tell(3);
          assertThat(victim.shut()).as("the danger is gone, the hand is not").isTrue();
          assertThat(restore()).isEqualTo(Done.DONE);
          assertThat(victim.shut()).isFalse();
        });
  }

  @Test
  void oneWhoAskedOpensNothingThoughTheDangerGoes() {
    inForce(
        () -> {
          assertThat(restore()).isEqualTo(Done.TWO_PEOPLE);
          victim.tell(3);
          assertThat(victim.shut()).as("judging opens nothing").isTrue();
          assertThat(restore()).isEqualTo(Done.DONE);
          assertThat(victim.shut()).isFalse();
        });
  }

  @Test
  void aHandThatShutsItAgainUndoesTheAsking() {
    inForce(
        () -> {
          assertThat(restore()).isEqualTo(Done.TWO_PEOPLE);
          assertThat(access.suspend(supervisor, victim.seen(supervisor), "He has her phone."))
              .isEqualTo(Done.DONE);
          victim.propose(safeguarding);
          assertThat(victim.confirm(colleague)).isInstanceOf(TaskDesk.Done.StillShut.class);
          assertThat(victim.shut()).isTrue();
        });
  }

  @Test
  void twoWhoSawItOpenBoth() {
    inForce(
        () -> {
          assertThat(restore()).isEqualTo(Done.TWO_PEOPLE);
          assertThat(victim.waiting(safeguarding)).containsExactly(ACCESS_SUSPENDED);
          victim.propose(safeguarding);
          assertThat(victim.confirm(colleague)).isInstanceOf(TaskDesk.Done.Ok.class);
          assertThat(victim.shut()).isFalse();
        });
  }

  private Done restore() {
    return access.restore(supervisor, victim.seen(supervisor));
  }

  private void inForce(Runnable work) {
    ForceBinding.run(victim.force().id(), work);
  }
}
