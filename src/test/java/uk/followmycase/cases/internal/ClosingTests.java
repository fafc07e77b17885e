package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import uk.followmycase.cases.CaseFiles;
import uk.followmycase.cases.CasePages;
import uk.followmycase.cases.CaseState;
import uk.followmycase.cases.Grants;
import uk.followmycase.cases.Report.UpdateKind;
import uk.followmycase.cases.Report.WholeCase;
import uk.followmycase.cases.desk.AccessDesk;
import uk.followmycase.cases.desk.DeskCases;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.TimelineDesk;
import uk.followmycase.cases.desk.TimelineDesk.Done;
import uk.followmycase.cases.desk.TimelineDesk.Note;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.Stage;
import uk.followmycase.tenancy.keys.Handle;

/** What officers write; and that no victim reads that a case is closed without reading why. */
@SpringBootTest
class ClosingTests {

  private static final AtomicInteger NUMBERS = new AtomicInteger(6000);

  @Autowired CaseFiles files;
  @Autowired CasePages pages;
  @Autowired Grants grants;
  @Autowired TimelineDesk timelines;
  @Autowired TaskDesk tasks;
  @Autowired AccessDesk access;
  @Autowired DeskCases cases;
  @Autowired Forces forces;

  private final AccountId account = new AccountId(UUID.randomUUID());
  private String reference;
  private String phone;
  private String collar;
  private Force force;
  private StaffMember officer;

  @BeforeEach
  void aCaseOfItsOwn() {
    var number = NUMBERS.incrementAndGet();
    reference = "4326%07d".formatted(number);
    phone = "07700 90" + number;
    collar = "T" + number;
    force = forces.bySlug("thames-valley").orElseThrow();
    officer = member(StaffRole.OFFICER);
  }

  @Test
  void aClosedCaseIsShownAsClosedOnceReasonsStand() {
    inForce(
        () -> {
          tell(1, Stage.INVESTIGATING, null);
          tell(2, Stage.CLOSED, "18");
          assertThat(page().stage()).isEqualTo(Stage.DECIDING);
          assertThat(page().outcome()).isNull();
          assertThat(pages.list(account).getFirst().stage()).isEqualTo(Stage.DECIDING);
          assertThat(waiting()).containsExactly(TaskKind.REASONS_MISSING);
          assertThat(read().reasonsWanted()).isTrue();
          var reasons = new Note(UpdateKind.OUTCOME, null, "outcome-18-2", Handle.random());
          assertThat(timelines.post(officer, file(), reasons)).isEqualTo(Done.DONE);
          assertThat(page().stage()).isEqualTo(Stage.CLOSED);
          assertThat(page().outcome()).isEqualTo("18");
          assertThat(waiting()).isEmpty();
        });
  }

  @Test
  void reasonsThatAreTakenAwayAreWantedAgain() {
    inForce(
        () -> {
          tell(1, Stage.INVESTIGATING, null);
          tell(2, Stage.CLOSED, "14");
          timelines.post(
              officer, file(), own(UpdateKind.OUTCOME, "We could not find out who it was."));
          assertThat(waiting()).isEmpty();
          timelines.withdraw(officer, file(), read().lines().getFirst().handle());
          assertThat(page().stage()).isEqualTo(Stage.DECIDING);
          assertThat(waiting()).containsExactly(TaskKind.REASONS_MISSING);
          tell(3, Stage.INVESTIGATING, null);
          assertThat(waiting()).as("opened again").isEmpty();
        });
  }

  @Test
  void reasonsOnceGivenKeepItClosedHoweverMuchFollows() {
    inForce(
        () -> {
          tell(1, Stage.INVESTIGATING, null);
          tell(2, Stage.CLOSED, "14");
          timelines.post(officer, file(), own(UpdateKind.OUTCOME, "We could not find out who."));
          for (var more = 0; more <= PageWords.MOST; more++) {
            timelines.post(officer, file(), own(UpdateKind.GENERAL, "We found more: " + more));
          }
          assertThat(page().timeline()).noneMatch(entry -> entry.kind().equals(Closing.KIND));
          assertThat(page().stage()).isEqualTo(Stage.CLOSED);
          assertThat(page().outcome()).isEqualTo("14");
          assertThat(waiting()).isEmpty();
          timelines.withdraw(officer, file(), read().lines().getFirst().handle());
          assertThat(page().stage()).as("read anew").isEqualTo(Stage.CLOSED);
        });
  }

  /** Five working days from the decision, whenever we heard of it. */
  @Test
  void timeRunsFromTheDecision() {
    inForce(
        () -> {
          tell(1, Stage.INVESTIGATING, null);
          tell(2, Stage.CLOSED, "18");
          var due = tasks.waiting(officer).getFirst().dueAt();
          assertThat(due).isEqualTo(Instant.parse("2026-03-09T23:59:00Z"));
        });
  }

  @Test
  void goingToCourtNeedsNoReasons() {
    inForce(
        () -> {
          tell(1, Stage.COURT, "1");
          assertThat(page().outcome()).isEqualTo("1");
          assertThat(waiting()).isEmpty();
        });
  }

  @Test
  void whatWasWrongGoesAndTheRightIsACorrection() {
    inForce(
        () -> {
          tell(1, Stage.INVESTIGATING, null);
          var form = own(UpdateKind.ENQUIRY, "We asked the neighbours.");
          timelines.post(officer, file(), form);
          timelines.post(officer, file(), form);
          assertThat(page().timeline()).as("sent twice").hasSize(1);
          var line = read().lines().getFirst().handle();
          var right = own(UpdateKind.GENERAL, "We asked two neighbours.");
          assertThat(timelines.correct(officer, file(), line, right)).isEqualTo(Done.DONE);
          var entry = page().timeline().getFirst();
          assertThat(page().timeline()).hasSize(1);
          assertThat(entry.kind()).isEqualTo("correction");
          assertThat(entry.text()).isEqualTo("We asked two neighbours.");
          assertThat(timelines.correct(officer, file(), line, right)).isEqualTo(Done.NOT_NOW);
        });
  }

  @Test
  void nobodyElseWrites() {
    inForce(
        () -> {
          tell(1, Stage.INVESTIGATING, null);
          collar = "OTHER";
          var stranger = member(StaffRole.OFFICER);
          assertThat(timelines.read(stranger, file())).isEmpty();
          assertThat(timelines.post(stranger, file(), own(UpdateKind.GENERAL, "Hello.")))
              .isEqualTo(Done.NOT_THERE);
          assertThat(page().timeline()).isEmpty();
        });
  }

  @Test
  void whatAPersonShutOnlyAPersonOpens() {
    inForce(
        () -> {
          tell(1, Stage.INVESTIGATING, null);
          var person = person();
          assertThat(access.suspend(officer, file(), person)).isEqualTo(AccessDesk.Done.DONE);
          assertThat(pages.list(account).getFirst().suspended()).isTrue();
          tell(2, Stage.DECIDING, null);
          assertThat(pages.list(account).getFirst().suspended()).as("judged again").isTrue();
          assertThat(access.restore(officer, file(), person))
              .as("not an officer's to open")
              .isEqualTo(AccessDesk.Done.NOT_THERE);
          var supervisor = member(StaffRole.SUPERVISOR);
          assertThat(access.restore(supervisor, file(), person)).isEqualTo(AccessDesk.Done.DONE);
          assertThat(pages.list(account).getFirst().suspended()).isFalse();
          assertThat(access.withdraw(supervisor, file(), person)).isEqualTo(AccessDesk.Done.DONE);
          assertThat(pages.list(account)).isEmpty();
        });
  }

  private static Note own(UpdateKind kind, String text) {
    return new Note(kind, text, null, Handle.random());
  }

  private CasePages.Page page() {
    return pages.show(account, file()).orElseThrow();
  }

  private Handle file() {
    return pages.list(account).getFirst().handle();
  }

  private Handle person() {
    return cases.look(officer, file()).orElseThrow().people().getFirst().handle();
  }

  private TimelineDesk.Timeline read() {
    return timelines.read(officer, file()).orElseThrow();
  }

  private List<TaskKind> waiting() {
    return tasks.waiting(officer).stream().map(TaskDesk.Line::kind).toList();
  }

  private void tell(long version, Stage stage, @org.jspecify.annotations.Nullable String outcome) {
    WholeCase told =
        Reports.version(version, List.of(Reports.victim("P1", phone)), List.of(), stage);
    files.receive("records", List.of(Reports.at(reference, with(told, stage, outcome))));
    grants.open(grants.personBySource(reference, "P1").orElseThrow(), account);
  }

  private WholeCase with(
      WholeCase told, Stage stage, @org.jspecify.annotations.Nullable String outcome) {
    var by = new CaseState.Officer(collar, "Alex Morgan", "Team " + collar, null);
    var state =
        new CaseState(
            CaseState.Kind.CRIME,
            "028/01",
            null,
            Set.of(),
            stage,
            outcome,
            outcome == null ? null : LocalDate.of(2026, 3, 2),
            null,
            null,
            null,
            null,
            null,
            List.of(),
            by);
    return new WholeCase(
        told.reference(),
        told.version(),
        Objects.requireNonNull(Reports.digest(stage + "/" + outcome + told.version())),
        state,
        told.people(),
        told.others(),
        told.updates());
  }

  private StaffMember member(StaffRole role) {
    return new StaffMember(
        new StaffId(UUID.randomUUID()),
        force.id(),
        Set.of(role),
        collar,
        Set.of("Team " + collar),
        "Alex Morgan",
        Instant.EPOCH);
  }

  private void inForce(Runnable work) {
    ForceBinding.run(force.id(), work);
  }
}
