package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.audit.TrailExports;
import uk.followmycase.audit.TrailExports.Requester;
import uk.followmycase.audit.TrailQuestion;
import uk.followmycase.cases.desk.Conflicts;
import uk.followmycase.cases.desk.Covers;
import uk.followmycase.cases.desk.Notices;
import uk.followmycase.cases.desk.Openings;
import uk.followmycase.cases.desk.Openings.Check;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.support.MovableClock;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/** A form that is sent twice, one after the other or at the same moment, has its effect once. */
@IdentityTest
class SentTwiceTests {

  private static final String REASON = "She is at the counter and nobody else is here.";

  @Autowired ApplicationContext product;
  @Autowired Openings openings;
  @Autowired Covers covers;
  @Autowired Conflicts conflicts;
  @Autowired Notices notices;
  @Autowired TrailExports exports;
  @Autowired TaskDesk tasks;
  @Autowired MovableClock clock;

  private Station station;
  private StaffMember officer;
  private StaffMember supervisor;
  private Handle file;

  @BeforeEach
  void atTheStation() {
    station = Station.of(product, "thames-valley");
    officer = station.staff(StaffRole.OFFICER);
    var unit = "Unit of " + officer.collarNumber();
    supervisor = station.staff(StaffRole.SUPERVISOR, unit);
    file =
        ForceBinding.call(station.force().id(), () -> station.theCase().of(officer, unit).tell());
  }

  @Test
  void aGlassIsBrokenOnce() throws Exception {
    var colleague = station.staff(StaffRole.OFFICER);
    atOnce(() -> openings.breakGlass(colleague, file, REASON));
    station.bound(
        () -> {
          assertThat(notices.waiting(supervisor)).hasSize(1);
          assertThat(tasks.waiting(supervisor)).hasSize(1);
          clock.advance(Openings.GLASS);
          openings.breakGlass(colleague, file, REASON);
          assertThat(notices.waiting(supervisor)).as("closed by then").hasSize(2);
        });
  }

  @Test
  void aCallerIsRecordedOnceForEachWayOfChecking() throws Exception {
    var handler = station.staff(StaffRole.CONTACT_HANDLER);
    var person = new Handle[1];
    station.bound(() -> person[0] = StationRows.person(station, file));
    atOnce(() -> openings.caller(handler, file, person[0], Check.KNOWN));
    station.bound(
        () -> {
          assertThat(recorded(handler, "CALLER_RECORDED")).hasSize(1);
          openings.caller(handler, file, person[0], Check.CALLED_BACK);
          assertThat(recorded(handler, "CALLER_RECORDED")).hasSize(2);
          clock.advance(Openings.CALL);
          openings.caller(handler, file, person[0], Check.CALLED_BACK);
          assertThat(recorded(handler, "CALLER_RECORDED")).as("the next call").hasSize(3);
        });
  }

  @Test
  void anExportIsAskedForOnceForEachReason() throws Exception {
    var reader = station.staff(StaffRole.DATA_PROTECTION_OFFICER);
    var by = new Requester(reader.actor(), reader.displayName(), reader.collarNumber());
    var question =
        new TrailQuestion(
            new TrailQuestion.About.By(officer.actor()), Station.SOME_TIME, clock.instant());
    atOnce(() -> exports.ask(by, question, "complaint 7"));
    station.bound(
        () -> {
          assertThat(recorded(reader, "TRAIL_EXPORT_ASKED")).hasSize(1);
          var again = exports.ask(by, question, "complaint 7");
          exports.ask(by, question, "complaint 8");
          assertThat(recorded(reader, "TRAIL_EXPORT_ASKED")).hasSize(2);
          var second = station.staff(StaffRole.DATA_PROTECTION_OFFICER);
          var decider = new Requester(second.actor(), second.displayName(), second.collarNumber());
          assertThat(exports.decide(decider, again, false)).isEqualTo(TrailExports.Decided.DONE);
          assertThat(exports.ask(by, question, "complaint 7")).as("decided").isNotEqualTo(again);
        });
  }

  private List<String> recorded(StaffMember who, String action) {
    return station.trail(who).stream().filter(entry -> entry.startsWith(action)).toList();
  }

  @Test
  void aCoverIsSetOnce() throws Exception {
    var number = String.valueOf(officer.collarNumber());
    var until = LocalDate.ofInstant(clock.instant(), station.force().settings().zone()).plusDays(3);
    atOnce(() -> covers.set(supervisor, number, "COV97", until));
    station.bound(
        () -> {
          var cover = covers.standing(supervisor);
          assertThat(cover).hasSize(1);
          assertThat(station.trail(supervisor))
              .filteredOn(entry -> entry.startsWith("COVER_SET"))
              .hasSize(1);
          var elsewhere = station.staff(StaffRole.SUPERVISOR, "Another unit");
          assertThat(covers.end(elsewhere, cover.getFirst().handle())).isFalse();
          assertThat(covers.end(supervisor, cover.getFirst().handle())).isTrue();
          assertThat(station.trail(supervisor).getFirst())
              .isEqualTo("COVER_ENDED " + number + " by COV97");
        });
  }

  @Test
  void aConflictIsNamedOnce() throws Exception {
    var number = String.valueOf(officer.collarNumber());
    atOnce(() -> conflicts.declare(officer, Conflicts.Kind.NAME, "Nearest Relative"));
    atOnce(() -> conflicts.add(supervisor, number, Conflicts.Kind.NAME, "Nearest Relative"));
    station.bound(
        () -> assertThat(conflicts.own(officer)).as("by oneself, and by another").hasSize(2));
  }

  @Test
  void thePeopleOfACoverAreNamed() {
    station.bound(
        () -> {
          var number = String.valueOf(officer.collarNumber());
          var other = station.staff(StaffRole.OFFICER);
          StationRows.cameBefore(station, other);
          var named = covers.named(supervisor, number, String.valueOf(other.collarNumber()));
          assertThat(named.officer()).isEqualTo(officer.displayName());
          assertThat(named.by()).isEqualTo(other.displayName());
          assertThat(covers.named(supervisor, number, "NOBODY97").by()).isNull();
          var elsewhere = station.staff(StaffRole.SUPERVISOR, "Another unit");
          assertThat(covers.named(elsewhere, number, number))
              .isEqualTo(new Covers.Pair(null, null));
        });
  }

  private void atOnce(Callable<Object> form) throws Exception {
    Callable<Object> bound = () -> ForceBinding.call(station.force().id(), () -> sent(form));
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var done : threads.invokeAll(Collections.nCopies(4, bound))) {
        assertThat(done.get()).isNotNull();
      }
    }
  }

  private static Object sent(Callable<Object> form) {
    try {
      return form.call();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
