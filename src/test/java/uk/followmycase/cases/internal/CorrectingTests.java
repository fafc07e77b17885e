package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.cases.Report.UpdateKind;
import uk.followmycase.cases.desk.TimelineDesk;
import uk.followmycase.cases.desk.TimelineDesk.Done;
import uk.followmycase.cases.desk.TimelineDesk.Line;
import uk.followmycase.cases.desk.TimelineDesk.Note;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/** Two write about the same update: what stands is one's word, and the trail says what was done. */
@IdentityTest
class CorrectingTests {

  @Autowired ApplicationContext product;
  @Autowired TimelineDesk timelines;
  @Autowired TransactionTemplate transactions;

  private Station station;
  private StaffMember officer;
  private StaffMember sergeant;
  private Handle file;
  private Handle line;

  @BeforeEach
  void aCaseWithAnUpdate() {
    station = Station.of(product, "thames-valley");
    officer = station.staff(StaffRole.OFFICER);
    var unit = "Unit of " + officer.collarNumber();
    sergeant = station.staff(StaffRole.SUPERVISOR, unit);
    var force = station.force().id();
    file = ForceBinding.call(force, () -> station.theCase().of(officer, unit).tell());
    line = ForceBinding.call(force, () -> lines().getFirst().handle());
  }

  @Test
  void whoIsSecondChangesNothing() {
    station.bound(
        () -> {
          assertThat(timelines.correct(officer, file, line, own("We asked two.")))
              .isEqualTo(Done.DONE);
          assertThat(timelines.correct(sergeant, file, line, own("We asked three.")))
              .isEqualTo(Done.NOT_NOW);
          assertThat(lines()).extracting(Line::text).containsExactly("We asked two.");
          assertThat(station.trail(sergeant)).noneMatch(entry -> entry.startsWith("UPDATE_"));
        });
  }

  /** The second has found the update before the first takes it away, and waits for the case. */
  @Test
  void ofTwoAtTheSameMomentOneStands() throws Exception {
    try (var threads = Executors.newSingleThreadExecutor()) {
      var second = new AtomicReference<Future<Done>>();
      station.bound(
          () ->
              transactions.executeWithoutResult(
                  status -> {
                    assertThat(timelines.correct(officer, file, line, own("We asked two.")))
                        .isEqualTo(Done.DONE);
                    second.set(threads.submit(this::sergeantCorrects));
                    await().until(this::somebodyWaits);
                  }));
      assertThat(second.get().get()).isEqualTo(Done.NOT_NOW);
    }
    station.bound(
        () -> assertThat(lines()).extracting(Line::text).containsExactly("We asked two."));
  }

  private Done sergeantCorrects() {
    return ForceBinding.call(
        station.force().id(),
        () -> timelines.correct(sergeant, file, line, own("We asked three.")));
  }

  private boolean somebodyWaits() {
    return station
        .jdbc()
        .sql("select exists (select from pg_locks where not granted)")
        .query(Boolean.class)
        .single();
  }

  @Test
  void theSameFormTwiceIsDoneAndTracedOnce() {
    station.bound(
        () -> {
          var right = own("We asked two.");
          timelines.correct(officer, file, line, right);
          assertThat(timelines.correct(officer, file, line, right)).isEqualTo(Done.DONE);
          var more = own("We will ask more.");
          timelines.post(officer, file, more);
          assertThat(timelines.post(officer, file, more)).isEqualTo(Done.DONE);
          assertThat(lines()).hasSize(2);
          assertThat(station.trail(officer))
              .filteredOn(entry -> entry.startsWith("UPDATE_"))
              .containsExactly("UPDATE_POSTED general", "UPDATE_CORRECTED enquiry");
        });
  }

  @Test
  void aFormThatTellsSomethingElseTheSecondTimeTellsNothing() {
    station.bound(
        () -> {
          var first = own("We will ask more.");
          timelines.post(officer, file, first);
          var other = new Note(first.kind(), "We will ask fewer.", null, first.once());
          assertThat(timelines.post(officer, file, other)).isEqualTo(Done.NOT_NOW);
          assertThat(lines()).extracting(Line::text).doesNotContain("We will ask fewer.");
          assertThat(station.trail(officer))
              .filteredOn(entry -> entry.startsWith("UPDATE_"))
              .hasSize(1);
        });
  }

  private static Note own(String text) {
    return new Note(UpdateKind.GENERAL, text, null, Handle.random());
  }

  private List<Line> lines() {
    return timelines.read(officer, file).orElseThrow().lines();
  }
}
