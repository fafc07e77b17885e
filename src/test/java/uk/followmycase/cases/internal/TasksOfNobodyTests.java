package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.cases.CaseState.Officer;
import uk.followmycase.cases.desk.Openings;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.cases.desk.TaskDesk.Seen;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.identity.Staff;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.support.Vouching;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/** No task waits for nobody, whatever the records system leaves out. */
@IdentityTest
class TasksOfNobodyTests {

  private static final LocalDate LONG_AGO = LocalDate.of(2025, 1, 6);

  @Autowired ApplicationContext product;
  @Autowired TaskDesk desk;
  @Autowired Openings openings;

  private Station station;
  private StaffMember officer;
  private StaffMember supervisor;
  private StaffMember safeguarding;

  @BeforeEach
  void atTheStation() {
    station = Station.of(product, "thames-valley");
    officer = station.staff(StaffRole.OFFICER);
    supervisor = station.staff(StaffRole.SUPERVISOR);
    safeguarding = station.staff(StaffRole.SAFEGUARDING);
  }

  @Test
  void ofACaseWithoutAnOfficerItIsSafeguardingsToSeeAndToAnswer() {
    station.bound(
        () -> {
          var told = station.theCase();
          var file = opened(told, null);
          assertThat(waiting(officer, told)).isEmpty();
          assertThat(waiting(supervisor, told)).isEmpty();
          var task = waiting(safeguarding, told).getFirst();
          assertThat(desk.show(safeguarding, task.handle()).orElseThrow().caseHandle())
              .isEqualTo(file);
          assertThat(desk.take(safeguarding, new Seen(task.handle(), 1)))
              .isEqualTo(new TaskDesk.Done.Ok());
          assertThat(desk.show(supervisor, task.handle())).isEmpty();
        });
  }

  @Test
  void ofACaseWithoutAUnitItIsSafeguardingsOnceItIsOverdue() {
    station.bound(
        () -> {
          var fresh = withoutUnit();
          opened(fresh, null);
          assertThat(waiting(officer, fresh)).hasSize(1);
          assertThat(waiting(safeguarding, fresh)).isEmpty();
          var old = withoutUnit();
          opened(old, LONG_AGO);
          assertThat(waiting(officer, old)).hasSize(1);
          var task = waiting(safeguarding, old).getFirst();
          assertThat(desk.show(safeguarding, task.handle())).isPresent();
        });
  }

  @Test
  void passedOnToSupervisorsWhoAreNoneItIsSafeguardings() {
    station.bound(
        () -> {
          var told = withoutUnit();
          opened(told, null);
          var task = waiting(officer, told).getFirst().handle();
          desk.passOn(officer, new Seen(task, 1), StaffRole.SUPERVISOR, "", "");
          assertThat(waiting(supervisor, told)).as("not theirs to open").isEmpty();
          assertThat(waiting(safeguarding, told)).hasSize(1);
          assertThat(desk.show(safeguarding, task)).isPresent();
        });
  }

  @Test
  void aSupervisorsTaskIsThatOfTheirUnitsAlone() {
    station.bound(
        () -> {
          var told = station.theCase().of(officer, "Unit of tasks");
          opened(told, null);
          var task = waiting(officer, told).getFirst().handle();
          desk.passOn(officer, new Seen(task, 1), StaffRole.SUPERVISOR, "", "");
          var theirs = station.staff(StaffRole.SUPERVISOR, "Unit of tasks");
          assertThat(waiting(theirs, told)).hasSize(1);
          assertThat(waiting(supervisor, told)).isEmpty();
          assertThat(waiting(safeguarding, told)).isEmpty();
        });
  }

  /** Its name may be written otherwise at the provider than in the records system. */
  @Test
  void ofAUnitForWhichNoSupervisorComesItIsSafeguardingsOnceItIsOverdue() {
    station.bound(
        () -> {
          var fresh = station.theCase().of(officer, "Unit Nobody Names");
          opened(fresh, null);
          var old = station.theCase().of(officer, "Unit Nobody Names");
          opened(old, LONG_AGO);
          broughtHome();
          assertThat(waiting(safeguarding, fresh)).isEmpty();
          var task = waiting(safeguarding, old).getFirst();
          assertThat(desk.show(safeguarding, task.handle())).isPresent();
          comesIn(StaffRole.OFFICER);
          broughtHome();
          assertThat(waiting(safeguarding, old)).hasSize(1);
          comesIn(StaffRole.SUPERVISOR);
          broughtHome();
          assertThat(waiting(safeguarding, old)).isEmpty();
          assertThat(desk.show(safeguarding, task.handle())).isEmpty();
        });
  }

  /** Their provider writes the unit in its own way. */
  private void comesIn(StaffRole role) {
    var somebody =
        new Staff.Vouched(
            Vouching.as(role),
            UUID.randomUUID().toString(),
            Set.of(Vouching.GROUP),
            "Alex Other",
            null,
            Set.of("unit nobody  NAMES", "UNIT nobody names", "Another unit"));
    assertThat(product.getBean(Staff.class).admit(somebody)).isInstanceOf(Staff.Admission.In.class);
  }

  private void broughtHome() {
    station.ask(
        () -> {
          product.getBean(StrayTasks.class).bringHome();
          return true;
        });
  }

  @Test
  void aBrokenGlassIsToldToWhoeverReadsItsNotice() {
    station.bound(
        () -> {
          var told = station.theCase();
          var curious = station.staff(StaffRole.OFFICER, "Curious unit");
          openings.breakGlass(curious, told.tell(), "Nobody is in this case and she rang 999.");
          var theirs = station.staff(StaffRole.SUPERVISOR, "Curious unit");
          assertThat(waiting(theirs, told))
              .extracting(TaskDesk.Line::kind)
              .containsExactly(TaskKind.GLASS_BROKEN);
          assertThat(waiting(supervisor, told)).isEmpty();
          assertThat(waiting(safeguarding, told)).isEmpty();
        });
  }

  private Station.Told withoutUnit() {
    var number = java.util.Objects.requireNonNull(officer.collarNumber());
    return station.theCase().of(new Officer(number, officer.displayName(), null, null));
  }

  /** Tells a case, and that its victim was not told. */
  private Handle opened(Station.Told told, @Nullable LocalDate since) {
    var file = told.tell();
    new Untold(station).open(file, since);
    return file;
  }

  private List<TaskDesk.Line> waiting(StaffMember who, Station.Told told) {
    return new Untold(station).waiting(who, told);
  }
}
