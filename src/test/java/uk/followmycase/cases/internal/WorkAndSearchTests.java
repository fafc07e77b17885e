package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Covers;
import uk.followmycase.cases.desk.DeskCases;
import uk.followmycase.cases.desk.Search;
import uk.followmycase.cases.desk.Search.By;
import uk.followmycase.cases.desk.Search.Hit;
import uk.followmycase.cases.desk.Worklist;
import uk.followmycase.cases.desk.Worklist.Of;
import uk.followmycase.eligibility.Flag;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.support.MovableClock;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.Stage;

/** What is due, and what can be found. */
@IdentityTest
class WorkAndSearchTests {

  @Autowired ApplicationContext product;
  @Autowired DeskCases desk;
  @Autowired Covers covers;
  @Autowired MovableClock clock;

  private Station station;
  private StaffMember officer;

  @BeforeEach
  void atTheStation() {
    station = Station.of(product, "thames-valley");
    officer = station.staff(StaffRole.OFFICER);
  }

  @Test
  void whatHasWaitedLongestIsFirstAndSaysWhenItIsDue() {
    station.bound(
        () -> {
          var now = clock.instant();
          var fresh = station.theCase().of(officer, "N").updated(now.minus(Duration.ofDays(1)));
          var old = station.theCase().of(officer, "N").updated(now.minus(Duration.ofDays(29)));
          var closed = station.theCase().of(officer, "N").stage(Stage.CLOSED);
          fresh.tell();
          old.tell();
          closed.tell();
          var work = desk.work(officer, null, 1).orElseThrow();
          assertThat(work.total()).isEqualTo(2);
          assertThat(work.lines())
              .extracting(Worklist.Line::reference)
              .containsExactly(old.reference(), fresh.reference());
          assertThat(work.lines()).extracting(Worklist.Line::overdue).containsExactly(true, false);
          assertThat(work.lines().getFirst().victims()).containsExactly(old.victim());
          assertThat(station.trail(officer)).containsExactly("CASES_LISTED OFFICER");
        });
  }

  @Test
  void aPageHoldsTwentyFiveAndTheNextTheRest() {
    station.bound(
        () -> {
          IntStream.range(0, 27)
              .forEach(
                  n ->
                      station
                          .theCase()
                          .of(officer, "N")
                          .updated(Station.SOME_TIME.plusSeconds(n))
                          .tell());
          var first = desk.work(officer, Of.OFFICER, 1).orElseThrow();
          var second = desk.work(officer, Of.OFFICER, 2).orElseThrow();
          assertThat(first.lines()).hasSize(25);
          assertThat(second.lines()).hasSize(2).doesNotContainAnyElementsOf(first.lines());
          assertThat(first.pages()).isEqualTo(2);
          assertThat(desk.work(officer, Of.OFFICER, 99).orElseThrow().lines()).isEmpty();
        });
  }

  @Test
  void coveredCasesAreWorkToo() {
    station.bound(
        () -> {
          var away = station.staff(StaffRole.OFFICER);
          var supervisor = station.staff(StaffRole.SUPERVISOR, "W");
          var covered = station.theCase().of(away, "W");
          covered.tell();
          station.theCase().of(away, "elsewhere").tell();
          covers.set(
              supervisor,
              String.valueOf(away.collarNumber()),
              String.valueOf(officer.collarNumber()),
              LocalDate.ofInstant(clock.instant(), station.force().settings().zone()).plusDays(7));
          assertThat(desk.work(officer, null, 1).orElseThrow().lines())
              .extracting(Worklist.Line::reference)
              .containsExactly(covered.reference());
        });
  }

  @Test
  void eachRoleHasItsOwnList() {
    station.bound(
        () -> {
          var unit = station.theCase().unit("List unit").flagged(Flag.STALKING);
          unit.tell();
          var supervisor = station.staff(StaffRole.SUPERVISOR, "List unit");
          var safeguarding = station.staff(StaffRole.SAFEGUARDING);
          assertThat(desk.work(supervisor, null, 1).orElseThrow().lines())
              .extracting(Worklist.Line::reference)
              .containsExactly(unit.reference());
          assertThat(desk.work(supervisor, Of.HELD, 1)).isEmpty();
          assertThat(desk.work(safeguarding, null, 1).orElseThrow().of()).isEqualTo(Of.HELD);
          assertThat(desk.work(officer, Of.UNITS, 1)).isEmpty();
          assertThat(desk.work(station.staff(StaffRole.CONTACT_HANDLER), null, 1)).isEmpty();
        });
  }

  @ParameterizedTest
  @CsvSource({"REFERENCE", "PHONE", "EMAIL", "NAME"})
  void oneFindsOnesOwnHoweverItIsWritten(By by) {
    station.bound(
        () -> {
          var told =
              station
                  .theCase()
                  .of(officer, "N")
                  .victim("Zoë Łuczak-Brên " + Station.word(officer.hashCode() & 0xffff));
          told.tell();
          var written =
              switch (by) {
                case REFERENCE ->
                    told.reference().substring(0, 4) + " / " + told.reference().substring(4);
                case PHONE -> "+44 " + told.phone().substring(1);
                case EMAIL -> told.email().toUpperCase(java.util.Locale.ROOT);
                case NAME -> "LUCZAK BREN, zoe " + Station.word(officer.hashCode() & 0xffff);
              };
          var found = desk.search(officer, by, written);
          assertThat(found.hits())
              .singleElement()
              .isInstanceOfSatisfying(
                  Hit.Open.class,
                  hit -> {
                    assertThat(hit.reference()).isEqualTo(told.reference());
                    assertThat(hit.victims()).containsExactly(told.victim());
                  });
          assertThat(station.trail(officer))
              .anyMatch(entry -> entry.matches("CASES_SEARCHED " + by + " [0-9a-f]{16}"));
        });
  }

  @Test
  void othersFindOnlyThatThereIsACaseAndOnlyByItsReference() {
    station.bound(
        () -> {
          var told = station.theCase().unit("N");
          told.tell();
          assertThat(way(officer, By.REFERENCE, told.reference())).isEqualTo(Act.BREAK_GLASS);
          assertThat(desk.search(officer, By.NAME, told.victim()).hits()).isEmpty();
          assertThat(desk.search(officer, By.PHONE, told.phone()).hits()).isEmpty();
          assertThat(desk.search(officer, By.EMAIL, told.email()).hits()).isEmpty();
          var handler = station.staff(StaffRole.CONTACT_HANDLER);
          assertThat(way(handler, By.REFERENCE, told.reference())).isEqualTo(Act.RECORD_CALLER);
          assertThat(way(handler, By.PHONE, told.phone())).isEqualTo(Act.RECORD_CALLER);
          assertThat(desk.search(handler, By.NAME, told.victim()).hits()).isEmpty();
        });
  }

  private Act way(StaffMember who, By by, String written) {
    return ((Hit.Closed) desk.search(who, by, written).hits().getFirst()).way();
  }

  @Test
  void suspectsAreNeverFound() {
    station.bound(
        () -> {
          station.theCase().of(officer, "N").suspect("07700 900789").tell();
          assertThat(desk.search(officer, By.PHONE, "07700 900789").hits()).isEmpty();
        });
  }

  @Test
  void whatIsNoReferenceIsSaidToBeNone() {
    station.bound(
        () -> {
          assertThat(desk.search(officer, By.REFERENCE, "<script>").readable()).isFalse();
          assertThat(desk.search(officer, By.NAME, "§§").readable()).isFalse();
          assertThat(desk.search(station.staff(StaffRole.FORCE_ADMINISTRATOR), By.NAME, "Ann Lee"))
              .isEqualTo(new Search(false, java.util.List.of(), false));
        });
  }
}
