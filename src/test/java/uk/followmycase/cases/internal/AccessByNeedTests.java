package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.cases.desk.CaseSight;
import uk.followmycase.cases.desk.Covers;
import uk.followmycase.cases.desk.Covers.Outcome;
import uk.followmycase.cases.desk.DeskCases;
import uk.followmycase.cases.desk.Notices;
import uk.followmycase.cases.desk.Notices.Notice;
import uk.followmycase.cases.desk.Openings;
import uk.followmycase.cases.desk.Openings.Check;
import uk.followmycase.cases.desk.Openings.Opened;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.eligibility.Flag;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.support.MovableClock;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/** Who sees a case, by what bond, for how long, and what is kept of it. */
@IdentityTest
class AccessByNeedTests {

  private static final String REASON = "She called 999 and hung up; nobody else is on duty.";

  @Autowired ApplicationContext product;
  @Autowired DeskCases desk;
  @Autowired Covers covers;
  @Autowired Openings openings;
  @Autowired Notices notices;
  @Autowired TaskDesk tasks;
  @Autowired MovableClock clock;

  private Station station;
  private StaffMember officer;
  private StaffMember colleague;

  @BeforeEach
  void atTheStation() {
    station = Station.of(product, "thames-valley");
    officer = station.staff(StaffRole.OFFICER);
    colleague = station.staff(StaffRole.OFFICER);
  }

  @Test
  void theOfficerInTheCaseSeesItAndAColleagueDoesNot() {
    station.bound(
        () -> {
          var told = station.theCase().of(officer, "North");
          var file = told.tell();
          var sight = desk.look(officer, file).orElseThrow();
          assertThat(sight.bond()).isEqualTo(Bond.OWN);
          assertThat(sight.page().reference()).isEqualTo(told.reference());
          assertThat(sight.people().getFirst().name()).isEqualTo(told.victim());
          assertThat(sight.people().getFirst().details()).isNotNull();
          assertThat(sight.readers()).as("for supervisors").isEmpty();
          assertThat(station.trail(officer)).containsExactly("CASE_VIEWED own");
          assertThat(desk.look(colleague, file)).isEmpty();
          assertThat(station.trail(colleague)).containsExactly("CASE_REFUSED SEE_PAGE");
        });
  }

  @Test
  void aSupervisorSeesTheirUnitsAndWhoLooked() {
    station.bound(
        () -> {
          var file = station.theCase().of(officer, "East unit").tell();
          var supervisor = station.staff(StaffRole.SUPERVISOR, "East unit", "West unit");
          desk.look(officer, file);
          desk.look(colleague, file);
          var sight = desk.look(supervisor, file).orElseThrow();
          assertThat(sight.bond()).isEqualTo(Bond.SUPERVISED);
          assertThat(sight.readers())
              .extracting(CaseSight.Reader::bond)
              .containsExactlyInAnyOrder(Bond.SUPERVISED, Bond.NONE, Bond.OWN);
          assertThat(desk.look(station.staff(StaffRole.SUPERVISOR), file)).isEmpty();
        });
  }

  @Test
  void coverLastsUntilTheEndOfItsDayAndReachesNoFartherThanItsUnits() {
    station.bound(
        () -> {
          var supervisor = station.staff(StaffRole.SUPERVISOR, "Cover unit");
          var inside = station.theCase().of(officer, "Cover unit").tell();
          var outside = station.theCase().of(officer, "Other unit").tell();
          var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
          assertThat(cover(colleague, today)).isEqualTo(Outcome.NOT_ALLOWED);
          assertThat(cover(supervisor, today.minusDays(1))).isEqualTo(Outcome.NOT_A_DAY);
          assertThat(cover(supervisor, today)).isEqualTo(Outcome.SET);
          assertThat(desk.look(colleague, inside).orElseThrow().bond()).isEqualTo(Bond.COVER);
          assertThat(desk.look(colleague, outside)).isEmpty();
          assertThat(covers.end(colleague, covers.standing(supervisor).getFirst().handle()))
              .isFalse();
          assertThat(covers.end(supervisor, covers.standing(supervisor).getFirst().handle()))
              .isTrue();
          assertThat(desk.look(colleague, inside)).isEmpty();
          assertThat(cover(supervisor, today)).isEqualTo(Outcome.SET);
          clock.advance(Duration.ofDays(1));
          assertThat(desk.look(colleague, inside)).isEmpty();
        });
  }

  private Outcome cover(StaffMember by, LocalDate until) {
    return covers.set(
        by,
        String.valueOf(officer.collarNumber()),
        String.valueOf(colleague.collarNumber()),
        until);
  }

  @Test
  void safeguardingSeesWhoIsHeldAndNobodyElse() {
    station.bound(
        () -> {
          var safeguarding = station.staff(StaffRole.SAFEGUARDING);
          var held = station.theCase().flagged(Flag.STALKING).tell();
          var sight = desk.look(safeguarding, held).orElseThrow();
          assertThat(sight.bond()).isEqualTo(Bond.HELD);
          assertThat(sight.people().getFirst().held()).isTrue();
          assertThat(sight.may(Act.DECIDE)).isTrue();
          assertThat(desk.look(safeguarding, station.theCase().tell())).isEmpty();
          assertThat(desk.look(officer, held)).isEmpty();
        });
  }

  @Test
  void aCheckedCallerOpensWhatTheVictimSeesForHalfAnHour() {
    station.bound(
        () -> {
          var handler = station.staff(StaffRole.CONTACT_HANDLER);
          var file = station.theCase().of(officer, "North").tell();
          assertThat(desk.look(handler, file)).isEmpty();
          var victim = StationRows.person(station, file);
          assertThat(openings.caller(officer, file, victim, Check.KNOWN))
              .isEqualTo(Opened.NOT_THERE);
          assertThat(openings.caller(handler, file, victim, Check.CALLED_BACK))
              .isEqualTo(Opened.OPEN);
          var sight = desk.look(handler, file).orElseThrow();
          assertThat(sight.bond()).isEqualTo(Bond.CALLER);
          assertThat(sight.people().getFirst().details()).isNull();
          assertThat(sight.people().getFirst().verdict()).isNull();
          assertThat(sight.history()).isEmpty();
          clock.advance(Openings.CALL.minusSeconds(1));
          assertThat(desk.look(handler, file)).isPresent();
          clock.advance(Duration.ofSeconds(1));
          assertThat(desk.look(handler, file)).isEmpty();
          assertThat(station.trail(handler)).contains("CALLER_RECORDED CALLED_BACK");
        });
  }

  @Test
  void brokenGlassOpensForAReasonAndSomebodyElseReadsIt() {
    station.bound(
        () -> {
          var supervisor = station.staff(StaffRole.SUPERVISOR, "Glass unit");
          var other = station.staff(StaffRole.SUPERVISOR, "Far unit");
          var told = station.theCase().of(officer, "Glass unit");
          var file = told.tell();
          assertThat(openings.breakGlass(colleague, file, "curious")).isEqualTo(Opened.NO_REASON);
          assertThat(openings.breakGlass(colleague, file, REASON)).isEqualTo(Opened.OPEN);
          assertThat(desk.look(colleague, file).orElseThrow().bond()).isEqualTo(Bond.BROKEN_GLASS);
          assertThat(reasons(other)).isEmpty();
          assertThat(reasons(supervisor)).containsExactly(told.reference() + " " + REASON);
          var notice = notices.waiting(supervisor).getFirst().handle();
          assertThat(notices.settle(other, notice)).isFalse();
          assertThat(tasks(supervisor)).contains(TaskKind.GLASS_BROKEN);
          assertThat(notices.settle(supervisor, notice)).isTrue();
          assertThat(reasons(supervisor)).isEmpty();
          assertThat(tasks(supervisor)).doesNotContain(TaskKind.GLASS_BROKEN);
          clock.advance(Openings.GLASS);
          assertThat(desk.look(colleague, file)).isEmpty();
        });
  }

  @Test
  void nobodySettlesANoticeAboutThemselves() {
    station.bound(
        () -> {
          var both =
              station.staff(
                  Set.of(StaffRole.OFFICER, StaffRole.SUPERVISOR), "Ivy Own", "77", "Own unit");
          var file = station.theCase().unit("Some unit").tell();
          openings.breakGlass(both, file, REASON);
          var notice = notices.waiting(both).getFirst();
          assertThat(notice.own()).isTrue();
          assertThat(notices.settle(both, notice.handle())).isFalse();
          var watch = station.staff(StaffRole.DATA_PROTECTION_OFFICER);
          assertThat(notices.settle(watch, notice.handle())).isTrue();
        });
  }

  @Test
  void thoseWithoutACaseOfTheirOwnNeverSeeOne() {
    station.bound(
        () -> {
          var file = station.theCase().unit("Admin unit").flagged(Flag.STALKING).tell();
          for (var role :
              List.of(StaffRole.FORCE_ADMINISTRATOR, StaffRole.DATA_PROTECTION_OFFICER)) {
            var somebody = station.staff(role, "Admin unit");
            assertThat(desk.look(somebody, file)).isEmpty();
            assertThat(desk.work(somebody, null, 1)).isEmpty();
            assertThat(openings.breakGlass(somebody, file, REASON)).isEqualTo(Opened.NOT_THERE);
            assertThat(
                    openings.caller(somebody, file, StationRows.person(station, file), Check.KNOWN))
                .isEqualTo(Opened.NOT_THERE);
          }
        });
  }

  @Test
  void anotherForcesCaseIsNotThere() {
    var file = new Handle[1];
    station.bound(() -> file[0] = station.theCase().of(officer, "North").tell());
    var elsewhere = Station.of(product, "humberside");
    elsewhere.bound(
        () -> {
          var twin =
              elsewhere.staff(Set.of(StaffRole.values()), "Twin", officer.collarNumber(), "North");
          assertThat(desk.look(twin, file[0])).isEmpty();
          assertThat(openings.breakGlass(twin, file[0], REASON)).isEqualTo(Opened.NOT_THERE);
          assertThat(elsewhere.trail(twin)).isEmpty();
        });
  }

  private List<TaskKind> tasks(StaffMember who) {
    return tasks.waiting(who).stream().map(TaskDesk.Line::kind).toList();
  }

  private List<String> reasons(StaffMember who) {
    return notices.waiting(who).stream()
        .filter(Notice.Glass.class::isInstance)
        .map(Notice.Glass.class::cast)
        .map(glass -> glass.reference() + " " + glass.reason())
        .toList();
  }
}
