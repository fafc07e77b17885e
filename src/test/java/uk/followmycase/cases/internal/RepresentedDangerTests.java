package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import uk.followmycase.cases.CasePages;
import uk.followmycase.cases.desk.AccessDesk;
import uk.followmycase.cases.desk.DeskCases;
import uk.followmycase.cases.desk.Representatives.Sees;
import uk.followmycase.cases.desk.TaskDesk.Done;
import uk.followmycase.cases.desk.TaskDesk.Remark;
import uk.followmycase.cases.desk.TaskDesk.Shown;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/** Nobody says that nobody is in danger while somebody is. */
@SpringBootTest
class RepresentedDangerTests extends RepresentedCase {

  @Autowired DeskCases desk;
  @Autowired AccessDesk access;

  @Test
  void whoIsClearedWhileThePersonIsInDangerIsSaidToBeClearedAlone() {
    inForce(
        () -> {
          tell(1);
          add(mother(Sees.WHOLE));
          comeIn();
          tell(2, Reports.suspect(phone), suspect(mothersPhone));
          assertThat(cleared()).isEqualTo(new Done.StillShut(true));
          assertThat(pages.list(mother)).allMatch(CasePages.Line::suspended);
          assertThat(task(officer, handle()).remarks())
              .extracting(Remark::did)
              .endsWith("propose", "cleared-alone");
        });
  }

  @Test
  void whoIsClearedWithThePersonSafeSeesTheCaseAgain() {
    inForce(
        () -> {
          tell(1);
          add(mother(Sees.WHOLE));
          comeIn();
          tell(2, suspect(mothersPhone));
          assertThat(access.danger(officer, task(officer, handle()).line().handle()))
              .hasValueSatisfying(danger -> assertThat(danger.others()).isFalse());
          assertThat(cleared()).isEqualTo(new Done.Ok());
          assertThat(pages.list(mother)).noneMatch(CasePages.Line::suspended);
        });
  }

  private Done cleared() {
    var second = colleague(StaffRole.SUPERVISOR);
    var task = task(officer, handle()).line().handle();
    var danger = access.danger(officer, task).orElseThrow();
    access.propose(officer, Endangered.looked(danger), "met her");
    var again = access.danger(second, task).orElseThrow();
    assertThat(again.others()).isEqualTo(danger.others());
    return access.confirm(second, Endangered.looked(again), "met her, too");
  }

  private Shown task(StaffMember who, Handle person) {
    return desk.look(who, file()).orElseThrow().tasks().stream()
        .filter(task -> person.equals(task.person()))
        .filter(task -> task.line().kind() == TaskKind.ACCESS_SUSPENDED)
        .findFirst()
        .orElseThrow();
  }
}
