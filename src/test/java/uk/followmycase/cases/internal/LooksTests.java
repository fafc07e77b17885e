package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.cases.desk.CaseSight.Reader;
import uk.followmycase.cases.desk.DeskCases;
import uk.followmycase.cases.desk.MachineTasks;
import uk.followmycase.cases.desk.MachineTasks.Did;
import uk.followmycase.cases.desk.MachineTasks.Move;
import uk.followmycase.cases.desk.MachineTasks.Wanted;
import uk.followmycase.cases.desk.MachineTasks.Wish;
import uk.followmycase.cases.desk.Notices;
import uk.followmycase.cases.desk.Openings;
import uk.followmycase.cases.desk.PlanDesk;
import uk.followmycase.cases.desk.Search.By;
import uk.followmycase.cases.desk.Search.Hit;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.cases.desk.TaskDesk.Seen;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.TimelineDesk;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.StaffRole;

/** Whichever page shows a case, the trail says so; and a search is kept by what was looked for. */
@IdentityTest
class LooksTests {

  private static final String REASON = "Nobody else is on duty and she rang us.";

  @Autowired ApplicationContext product;
  @Autowired DeskCases desk;
  @Autowired TimelineDesk timelines;
  @Autowired PlanDesk plans;
  @Autowired TaskDesk tasks;
  @Autowired Notices notices;
  @Autowired Openings openings;
  @Autowired MachineTasks machines;

  private Station station;
  private StaffMember officer;
  private StaffMember supervisor;

  @BeforeEach
  void atTheStation() {
    station = Station.of(product, "thames-valley");
    officer = station.staff(StaffRole.OFFICER);
    supervisor = station.staff(StaffRole.SUPERVISOR, "Unit of " + officer.collarNumber());
  }

  @Test
  void listsNameTheCasesThatTheyShow() {
    station.bound(
        () -> {
          var file = station.theCase().of(officer, "Unit of " + officer.collarNumber()).tell();
          openings.breakGlass(station.staff(StaffRole.OFFICER), file, REASON);
          assertThat(tasks.waiting(supervisor)).hasSize(1);
          assertThat(StationRows.casesIn(station, supervisor, "TASKS_LISTED"))
              .containsExactly(file);
          assertThat(notices.waiting(supervisor)).hasSize(1);
          assertThat(StationRows.casesIn(station, supervisor, "NOTICES_READ"))
              .containsExactly(file);
        });
  }

  @Test
  void whoReadsThePlanTheTimelineOrATaskLookedLately() {
    station.bound(
        () -> {
          var unit = "Unit of " + officer.collarNumber();
          var file = station.theCase().of(officer, unit).tell();
          var deputy = station.staff(StaffRole.SUPERVISOR, unit);
          var third = station.staff(StaffRole.SUPERVISOR, unit);
          openings.breakGlass(station.staff(StaffRole.OFFICER), file, REASON);
          assertThat(timelines.read(officer, file)).isPresent();
          assertThat(plans.show(deputy, file, StationRows.person(station, file))).isPresent();
          assertThat(tasks.show(third, tasks.waiting(third).getFirst().handle())).isPresent();
          assertThat(desk.look(supervisor, file).orElseThrow().readers())
              .extracting(Reader::collarNumber)
              .contains(officer.collarNumber(), deputy.collarNumber(), third.collarNumber());
        });
  }

  @Test
  void whoSawSomethingIsNotForgottenWhenTheyAreRefused() {
    station.bound(
        () -> {
          var file = station.theCase().of(officer, "Unit of " + officer.collarNumber()).tell();
          var stranger = station.staff(StaffRole.OFFICER);
          openings.breakGlass(stranger, file, REASON);
          assertThat(desk.look(stranger, file)).isPresent();
          assertThat(timelines.read(stranger, file)).isEmpty();
          assertThat(desk.look(supervisor, file).orElseThrow().readers())
              .filteredOn(one -> String.valueOf(stranger.collarNumber()).equals(one.collarNumber()))
              .extracting(Reader::bond)
              .containsExactly(Bond.BROKEN_GLASS);
        });
  }

  /** Neither to the officers' own system, nor can one of them take the alarm there. */
  @Test
  void noticesAreForNoMachine() {
    station.bound(
        () -> {
          var file = station.theCase().of(officer, "Unit of " + officer.collarNumber()).tell();
          openings.breakGlass(station.staff(StaffRole.OFFICER), file, REASON);
          var notice = tasks.waiting(supervisor).getFirst().handle();
          var kinds = Set.of(TaskKind.GLASS_BROKEN, TaskKind.UNUSUAL_BROWSING);
          assertThat(
                  machines
                      .list("records", new Wanted(kinds, null, null, null, 10))
                      .orElseThrow()
                      .tasks())
              .isEmpty();
          assertThat(machines.show("records", notice)).isEmpty();
          assertThat(
                  machines.act(
                      new Wish(
                          "records",
                          String.valueOf(officer.collarNumber()),
                          new Seen(notice, 1),
                          new Move.Take())))
              .isInstanceOf(Did.NotThere.class);
        });
  }

  @Test
  void theTrailTellsThatTheSameWasLookedForAgain() {
    station.bound(
        () -> {
          desk.search(officer, By.PHONE, "07700 909701");
          desk.search(officer, By.PHONE, "+44 7700 909701");
          desk.search(officer, By.PHONE, "07700 909702");
          var kept = station.trail(officer);
          assertThat(kept)
              .hasSize(3)
              .allMatch(line -> line.matches("CASES_SEARCHED PHONE \\w{16}"));
          assertThat(kept.get(2)).isEqualTo(kept.get(1)).isNotEqualTo(kept.getFirst());
        });
  }

  @Test
  void whoTriesOneNumberAfterAnotherIsNoticed() {
    station.bound(
        () -> {
          IntStream.range(1, Browsing.MANY)
              .forEach(n -> desk.search(officer, By.PHONE, "07700 9097%02d".formatted(n)));
          desk.search(officer, By.PHONE, "07700 909701");
          assertThat(browsing(supervisor)).as("nineteen, and one of them again").isEmpty();
          desk.search(officer, By.NAME, "Somebody Quiteunknown");
          assertThat(browsing(supervisor)).hasSize(1);
        });
  }

  /** A shop, a hostel: one call about one of many cases is no browsing. */
  @Test
  void oneNumberOnManyCasesIsOneLook() {
    station.bound(
        () -> {
          var handler = station.staff(StaffRole.CONTACT_HANDLER);
          var watch = station.staff(StaffRole.SUPERVISOR, "Unit of " + handler.collarNumber());
          var files =
              IntStream.range(0, Browsing.MANY + 2)
                  .mapToObj(n -> station.theCase().unit("N").phone("07700 909750").tell())
                  .toList();
          var hits = desk.search(handler, By.PHONE, "07700 909750").hits();
          assertThat(hits).hasSameSizeAs(files).allMatch(Hit.Closed.class::isInstance);
          assertThat(StationRows.casesIn(station, handler, "CASES_SEARCHED")).hasSameSizeAs(files);
          assertThat(browsing(watch)).isEmpty();
          files.subList(0, Browsing.MANY).forEach(file -> desk.look(handler, file));
          assertThat(browsing(watch)).hasSize(1);
        });
  }

  private List<Notices.Notice> browsing(StaffMember who) {
    return notices.waiting(who).stream().filter(Notices.Notice.Browsing.class::isInstance).toList();
  }
}
