package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.cases.desk.Conflicts;
import uk.followmycase.cases.desk.Conflicts.Kind;
import uk.followmycase.cases.desk.Conflicts.Outcome;
import uk.followmycase.cases.desk.DeskCases;
import uk.followmycase.cases.desk.Openings;
import uk.followmycase.cases.desk.Openings.Opened;
import uk.followmycase.cases.desk.Search;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/** A conflict beats every bond, and nobody takes back what keeps themselves out. */
@IdentityTest
class ConflictTests {

  @Autowired ApplicationContext product;
  @Autowired DeskCases desk;
  @Autowired Conflicts conflicts;
  @Autowired Openings openings;

  private Station station;
  private StaffMember officer;

  @BeforeEach
  void atTheStation() {
    station = Station.of(product, "thames-valley");
    officer = station.staff(StaffRole.OFFICER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PC Tess Vågen", "VAGEN, Tess 4711", "Detective Constable Tess Vågen"})
  void theNameAtWorkCountsWithoutBeingNamed(String atWork) {
    station.bound(
        () -> {
          var namesake = station.staff(Set.of(StaffRole.OFFICER), atWork, "4712", "North");
          var file = station.theCase().of(namesake, "North").victim("Tess Vagen").tell();
          assertShut(namesake, file);
          assertThat(station.trail(namesake)).contains("CASE_REFUSED conflict");
        });
  }

  @Test
  void aNamedPersonShutsTheCaseWhateverTheBond() {
    station.bound(
        () -> {
          var file = station.theCase().of(officer, "North").victim("Siân Ó Néill").tell();
          assertThat(desk.look(officer, file)).isPresent();
          assertThat(conflicts.declare(officer, Kind.NAME, "O Neill, Sian"))
              .isEqualTo(Outcome.KEPT);
          assertShut(officer, file);
        });
  }

  @Test
  void aSuspectsTelephoneCountsToo() {
    station.bound(
        () -> {
          var told = station.theCase().of(officer, "North").suspect("07700 900456");
          var file = told.tell();
          assertThat(desk.look(officer, file)).isPresent();
          assertThat(conflicts.declare(officer, Kind.PHONE, "+44 7700 900456"))
              .isEqualTo(Outcome.KEPT);
          assertShut(officer, file);
        });
  }

  @Test
  void aSupervisorNamesForOthersAndOnlySomebodyElseTakesItBack() {
    station.bound(
        () -> {
          var supervisor = station.staff(StaffRole.SUPERVISOR, "North");
          var told = station.theCase().of(officer, "North");
          var file = told.tell();
          var number = String.valueOf(officer.collarNumber());
          assertThat(conflicts.add(officer, number, Kind.EMAIL, told.email()))
              .isEqualTo(Outcome.NOT_ALLOWED);
          assertThat(conflicts.add(supervisor, number, Kind.EMAIL, told.email()))
              .isEqualTo(Outcome.KEPT);
          assertShut(officer, file);
          var named = conflicts.of(supervisor, number).orElseThrow().getFirst().handle();
          assertThat(station.trail(supervisor)).contains("CONFLICTS_READ for " + number);
          assertThat(conflicts.own(officer)).hasSize(1);
          assertThat(conflicts.lift(officer, named)).isFalse();
          assertThat(conflicts.lift(supervisor, named)).isTrue();
          assertThat(desk.look(officer, file)).isPresent();
        });
  }

  @Test
  void whoMayLiftCannotLiftTheirOwn() {
    station.bound(
        () -> {
          var supervisor = station.staff(StaffRole.SUPERVISOR);
          var another = station.staff(StaffRole.SUPERVISOR);
          conflicts.declare(supervisor, Kind.NAME, "Somebody Near");
          var own = conflicts.own(supervisor).getFirst().handle();
          assertThat(conflicts.lift(supervisor, own)).isFalse();
          conflicts.add(
              another, String.valueOf(supervisor.collarNumber()), Kind.NAME, "Somebody Else");
          var added = conflicts.own(supervisor).getLast().handle();
          assertThat(conflicts.lift(supervisor, added)).isFalse();
          assertThat(conflicts.lift(another, own)).as("named for themselves").isFalse();
          assertThat(conflicts.lift(another, added)).isTrue();
        });
  }

  /** Who has cases of other units only is other supervisors' to name for. */
  @Test
  void anotherUnitsOfficersAreNotTheirs() {
    station.bound(
        () -> {
          station.theCase().of(officer, "Unit of ours").tell();
          var number = String.valueOf(officer.collarNumber());
          var ours = station.staff(StaffRole.SUPERVISOR, "Unit of ours");
          var theirs = station.staff(StaffRole.SUPERVISOR, "Unit of theirs");
          assertThat(conflicts.add(ours, number, Kind.NAME, "Some Relative"))
              .isEqualTo(Outcome.KEPT);
          assertThat(conflicts.of(theirs, number)).isEmpty();
          assertThat(conflicts.add(theirs, number, Kind.NAME, "Some Friend"))
              .isEqualTo(Outcome.NOT_ALLOWED);
          var named = conflicts.own(officer).getFirst().handle();
          assertThat(conflicts.lift(theirs, named)).isFalse();
          assertThat(conflicts.of(theirs, "NEW97")).as("works on no case yet").isPresent();
          assertThat(conflicts.lift(ours, named)).isTrue();
          assertThat(station.trail(ours))
              .first()
              .asString()
              .startsWith("CONFLICT_LIFTED for " + number);
        });
  }

  /** What somebody named for themselves only the data protection officer sees and takes back. */
  @Test
  void theDataProtectionOfficerTakesBackWhatSomebodyNamedForThemselves() {
    station.bound(
        () -> {
          var number = String.valueOf(officer.collarNumber());
          var unit = "Unit of " + number;
          var watch = station.staff(StaffRole.DATA_PROTECTION_OFFICER);
          var supervisor = station.staff(StaffRole.SUPERVISOR, unit);
          var file = station.theCase().of(officer, unit).victim("Mistaken Namesake").tell();
          StationRows.cameBefore(station, officer);
          conflicts.declare(officer, Kind.NAME, "Mistaken Namesake");
          assertThat(conflicts.of(supervisor, number).orElseThrow()).isEmpty();
          var own = conflicts.of(watch, number).orElseThrow().getFirst();
          assertThat(own.written()).isEqualTo("Mistaken Namesake");
          assertThat(conflicts.lift(supervisor, own.handle())).isFalse();
          assertThat(desk.look(officer, file)).isEmpty();
          assertThat(conflicts.lift(watch, own.handle())).isTrue();
          assertThat(desk.look(officer, file)).isPresent();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "--"})
  void whatCannotBeComparedIsNotKept(String written) {
    station.bound(
        () ->
            assertThat(conflicts.declare(officer, Kind.NAME, written))
                .isEqualTo(Outcome.NOT_READABLE));
  }

  @Test
  void whatIsNamedIsSealed() {
    station.bound(
        () -> {
          conflicts.declare(officer, Kind.NAME, "Quincy Uncommon");
          var row =
              station.ask(
                  () ->
                      station
                          .jdbc()
                          .sql("select to_jsonb(f)::text from police.conflict f where staff = :who")
                          .param("who", officer.id().value())
                          .query(String.class)
                          .single());
          assertThat(row.toLowerCase(java.util.Locale.ROOT))
              .doesNotContain(
                  "uncommon",
                  java.util.HexFormat.of()
                      .formatHex("ncommon".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        });
  }

  private void assertShut(StaffMember who, Handle file) {
    assertThat(desk.look(who, file)).isEmpty();
    assertThat(openings.breakGlass(who, file, "There is nobody else on duty tonight."))
        .isEqualTo(Opened.NOT_THERE);
    assertThat(desk.work(who, null, 1).orElseThrow().lines())
        .noneMatch(line -> line.handle().equals(file));
    assertThat(desk.search(who, Search.By.PHONE, "07700 900456").hits()).isEmpty();
  }
}
