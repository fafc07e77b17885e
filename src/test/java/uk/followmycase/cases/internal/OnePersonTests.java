package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.cases.CaseState.Officer;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.cases.desk.Conflicts;
import uk.followmycase.cases.desk.Conflicts.Conflict;
import uk.followmycase.cases.desk.Conflicts.Kind;
import uk.followmycase.cases.desk.Conflicts.Outcome;
import uk.followmycase.cases.desk.Covers;
import uk.followmycase.cases.desk.DeskCases;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.support.MovableClock;
import uk.followmycase.tenancy.StaffRole;

/** A collar number is one person, however it is written and by whatever account they come. */
@IdentityTest
class OnePersonTests {

  @Autowired ApplicationContext product;
  @Autowired DeskCases desk;
  @Autowired Conflicts conflicts;
  @Autowired Covers covers;
  @Autowired MovableClock clock;

  private Station station;
  private StaffMember officer;
  private StaffMember supervisor;
  private String number;

  @BeforeEach
  void atTheStation() {
    station = Station.of(product, "thames-valley");
    var plain = station.staff(StaffRole.OFFICER);
    number = "PC" + plain.collarNumber();
    officer = account(plain, number, StaffRole.OFFICER);
    supervisor = station.staff(StaffRole.SUPERVISOR, "Unit of " + number);
  }

  @Test
  void aConflictHoldsHoweverTheNumberIsTyped() {
    station.bound(
        () -> {
          var file = station.theCase().of(officer, "Unit of " + number).victim("Ex Partner").tell();
          assertThat(conflicts.add(supervisor, " " + small(), Kind.NAME, "Ex Partner"))
              .isEqualTo(Outcome.KEPT);
          assertThat(desk.look(officer, file)).isEmpty();
          assertThat(conflicts.of(supervisor, number).orElseThrow())
              .extracting(Conflict::collarNumber)
              .containsExactly(number);
        });
  }

  @Test
  void unitsAreAskedHoweverTheNumberIsTyped() {
    station.bound(
        () -> {
          station.theCase().of(officer, "Unit of ours").tell();
          var theirs = station.staff(StaffRole.SUPERVISOR, "Unit of theirs");
          assertThat(conflicts.add(theirs, small(), Kind.NAME, "Some Friend"))
              .isEqualTo(Outcome.NOT_ALLOWED);
        });
  }

  @Test
  void aCoverHoldsHoweverTheNumbersAreTyped() {
    station.bound(
        () -> {
          var unit = "Unit of " + number;
          var colleague = account(station.staff(StaffRole.OFFICER), "PC9401", StaffRole.OFFICER);
          var file = station.theCase().of(officer, unit).tell();
          var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
          assertThat(covers.check(supervisor, small(), number, today))
              .isEqualTo(Covers.Outcome.SAME_OFFICER);
          assertThat(covers.set(supervisor, small(), "pc9401", today))
              .isEqualTo(Covers.Outcome.SET);
          assertThat(desk.look(colleague, file).orElseThrow().bond()).isEqualTo(Bond.COVER);
        });
  }

  @Test
  void theRecordsSystemAndTheProviderMayWriteItDifferently() {
    station.bound(
        () -> {
          var theirs = new Officer(small(), "Somebody", "North", null);
          var file = station.theCase().of(theirs).tell();
          assertThat(desk.look(officer, file).orElseThrow().bond()).isEqualTo(Bond.OWN);
          var provider = account(officer, small(), StaffRole.OFFICER);
          assertThat(desk.look(provider, file).orElseThrow().bond()).isEqualTo(Bond.OWN);
        });
  }

  @Test
  void whatOneNamesByOneAccountHoldsAtTheOther() {
    station.bound(
        () -> {
          var file = station.theCase().of(officer, "Unit of " + number).victim("My Sister").tell();
          conflicts.declare(officer, Kind.NAME, "My Sister");
          var twin = account(officer, small(), StaffRole.OFFICER);
          assertThat(desk.look(twin, file)).isEmpty();
          assertThat(conflicts.own(twin)).hasSize(1);
          conflicts.declare(twin, Kind.NAME, "My Sister");
          assertThat(conflicts.own(officer)).as("the same again").hasSize(1);
          assertThat(conflicts.own(officer).getFirst().collarNumber())
              .as("named by themselves")
              .isNull();
          assertThat(conflicts.of(supervisor, number).orElseThrow()).isEmpty();
          assertThat(conflicts.add(supervisor, number, Kind.NAME, "My Sister"))
              .isEqualTo(Outcome.KEPT);
          assertThat(conflicts.of(supervisor, number).orElseThrow()).hasSize(1);
        });
  }

  @Test
  void nobodysOtherAccountTakesBackWhatKeepsThemOut() {
    station.bound(
        () -> {
          StationRows.cameBefore(station, officer);
          conflicts.declare(officer, Kind.NAME, "My Brother");
          var numberless = account(officer, null, StaffRole.OFFICER);
          var watch = account(officer, small(), StaffRole.DATA_PROTECTION_OFFICER);
          var own = conflicts.own(officer).getFirst().handle();
          assertThat(conflicts.lift(watch, own)).isFalse();
          change(own.value());
          assertThat(conflicts.lift(watch, own)).as("named before numbers were kept").isFalse();
          assertThat(conflicts.lift(numberless, own)).isFalse();
          var another = station.staff(StaffRole.DATA_PROTECTION_OFFICER);
          assertThat(conflicts.lift(another, own)).isTrue();
        });
  }

  private void change(UUID conflict) {
    station.ask(
        () ->
            station
                .jdbc()
                .sql("update police.conflict set collar_number = null where handle = :handle")
                .param("handle", conflict)
                .update());
  }

  private String small() {
    return number.toLowerCase(Locale.ROOT);
  }

  private static StaffMember account(StaffMember like, @Nullable String written, StaffRole role) {
    return new StaffMember(
        new StaffId(UUID.randomUUID()),
        like.force(),
        Set.of(role),
        written,
        like.units(),
        like.displayName(),
        like.signedInAt());
  }
}
