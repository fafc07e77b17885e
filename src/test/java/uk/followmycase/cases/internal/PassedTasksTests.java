package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.cases.desk.Covers;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.cases.desk.TaskDesk.Done;
import uk.followmycase.cases.desk.TaskDesk.Seen;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/** A task gives nobody a right: it goes to those who may open it, and is listed for nobody else. */
@IdentityTest
class PassedTasksTests {

  private static final String UNIT = "Unit of passing on";

  @Autowired ApplicationContext product;
  @Autowired TaskDesk desk;
  @Autowired Covers covers;
  @Autowired Clock clock;

  private Station station;
  private StaffMember officer;
  private StaffMember colleague;
  private StaffMember supervisor;
  private Station.Told told;
  private UUID caseId;

  @BeforeEach
  void aTaskOfTheOfficers() {
    station = Station.of(product, "thames-valley");
    officer = station.staff(StaffRole.OFFICER);
    colleague = station.staff(StaffRole.OFFICER);
    supervisor = station.staff(StaffRole.SUPERVISOR, UNIT);
    told = station.theCase().of(officer, UNIT);
    caseId =
        ForceBinding.call(station.force().id(), () -> new Untold(station).open(told.tell(), null));
  }

  @Test
  void whoHasNoPartInTheCaseIsNotPassedIt() {
    station.bound(
        () -> {
          assertThat(passedTo(colleague)).isEqualTo(new Done.NotTheirs());
          assertThat(waiting(colleague)).isEmpty();
          assertThat(waiting(officer)).hasSize(1);
          assertThat(station.trail(officer)).noneMatch(line -> line.startsWith("TASK_PASSED_ON"));
        });
  }

  @Test
  void whoCoversIsPassedItAndOpensIt() {
    station.bound(
        () -> {
          cover();
          assertThat(passedTo(colleague)).isEqualTo(new Done.Ok());
          assertThat(waiting(officer)).as("it waits for the colleague").isEmpty();
          assertThat(desk.show(colleague, waiting(colleague).getFirst().handle())).isPresent();
        });
  }

  @Test
  void whenTheCoverEndsItWaitsForTheOfficerAgain() {
    station.bound(
        () -> {
          cover();
          passedTo(colleague);
          covers.standing(supervisor).stream()
              .filter(one -> one.officer().equals(officer.collarNumber()))
              .forEach(one -> covers.end(supervisor, one.handle()));
          assertThat(waiting(colleague)).isEmpty();
          assertThat(waiting(officer)).hasSize(1);
        });
  }

  @Test
  void whoeverIsInTheCaseNowSeesWhatAnotherHadTaken() {
    station.bound(
        () -> {
          desk.take(officer, new Seen(task(), 1));
          nowWith(colleague.collarNumber());
          assertThat(waiting(officer)).as("listed, but not there").isEmpty();
          assertThat(desk.show(colleague, waiting(colleague).getFirst().handle())).isPresent();
        });
  }

  @Test
  void ofACaseOfAUnitWithoutAnOfficerItIsTheSupervisorsAtOnce() {
    station.bound(
        () -> {
          assertThat(waiting(supervisor)).as("not due").isEmpty();
          nowWith(null);
          assertThat(desk.show(supervisor, waiting(supervisor).getFirst().handle())).isPresent();
        });
  }

  @Test
  void nobodyIsPassedItWhoNeverSeesAFile() {
    station.bound(
        () -> {
          var seen = new Seen(task(), 1);
          assertThat(desk.passOn(officer, seen, StaffRole.CONTACT_HANDLER, "", ""))
              .isEqualTo(new Done.NotTheirs());
          assertThat(desk.passOn(officer, seen, StaffRole.FORCE_ADMINISTRATOR, "", ""))
              .isEqualTo(new Done.NotTheirs());
          assertThat(desk.passOn(officer, seen, StaffRole.SAFEGUARDING, "4711", ""))
              .as("nobody knows whose number that is")
              .isEqualTo(new Done.NotTheirs());
          assertThat(waiting(officer)).hasSize(1);
        });
  }

  private Done passedTo(StaffMember somebody) {
    var number = Objects.requireNonNull(somebody.collarNumber());
    return desk.passOn(officer, new Seen(task(), 1), StaffRole.OFFICER, number, "");
  }

  private void cover() {
    var until = station.force().settings().day(clock.instant()).plusDays(9);
    assertThat(
            covers.set(
                supervisor,
                Objects.requireNonNull(officer.collarNumber()),
                Objects.requireNonNull(colleague.collarNumber()),
                until))
        .isEqualTo(Covers.Outcome.SET);
  }

  private void nowWith(@org.jspecify.annotations.Nullable String collarNumber) {
    station.ask(
        () ->
            station
                .jdbc()
                .sql("update police.case_file set collar_number = :collar where id = :case")
                .param("collar", collarNumber, java.sql.Types.VARCHAR)
                .param("case", caseId)
                .update());
  }

  private Handle task() {
    return new Handle(
        station.ask(
            () ->
                station
                    .jdbc()
                    .sql("select handle from police.task where case_id = :case")
                    .param("case", caseId)
                    .query(UUID.class)
                    .single()));
  }

  private List<TaskDesk.Line> waiting(StaffMember who) {
    return new Untold(station).waiting(who, told);
  }
}
