package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import uk.followmycase.cases.CaseFiles;
import uk.followmycase.cases.CasePages;
import uk.followmycase.cases.CaseReference;
import uk.followmycase.cases.Grants;
import uk.followmycase.cases.Report.AddedUpdate;
import uk.followmycase.cases.Report.Update;
import uk.followmycase.cases.Report.UpdateKind;
import uk.followmycase.cases.Report.WholeCase;
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
  @Autowired DeskCases desk;
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
          assertThat(desk.look(officer, file()).orElseThrow().tasks())
              .as("on the page of the case")
              .extracting(task -> task.line().kind())
              .containsExactly(TaskKind.REASONS_MISSING);
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
  void aCaseThatIsClosedAnewWantsReasonsAnew() {
    inForce(
        () -> {
          tell(1, Stage.INVESTIGATING, null);
          tell(2, Stage.CLOSED, "18");
          says("2026-03-03T09:00:00Z", null);
          assertThat(page().stage()).isEqualTo(Stage.CLOSED);
          tell(3, Stage.INVESTIGATING, null);
          tell(4, Stage.CLOSED, "14", LocalDate.of(2026, 3, 10));
          assertThat(page().stage()).isEqualTo(Stage.DECIDING);
          assertThat(page().outcome()).isNull();
          assertThat(waiting()).containsExactly(TaskKind.REASONS_MISSING);
          var old = read().lines().getFirst().handle();
          var right = own(UpdateKind.OUTCOME, "We could not find out who did it.");
          assertThat(timelines.correct(officer, file(), old, right)).isEqualTo(Done.DONE);
          assertThat(page().stage()).as("a word put right").isEqualTo(Stage.DECIDING);
          assertThat(waiting()).containsExactly(TaskKind.REASONS_MISSING);
          timelines.post(officer, file(), own(UpdateKind.OUTCOME, "We could not find out who."));
          assertThat(page().stage()).isEqualTo(Stage.CLOSED);
          assertThat(waiting()).isEmpty();
        });
  }

  @Test
  void whatWasSaidBeforeItWasDecidedIsNoReason() {
    inForce(
        () -> {
          tell(1, Stage.INVESTIGATING, null);
          says("2026-02-20T09:00:00Z", null);
          tell(2, Stage.CLOSED, "18");
          assertThat(page().stage()).isEqualTo(Stage.DECIDING);
          assertThat(waiting()).containsExactly(TaskKind.REASONS_MISSING);
        });
  }

  @Test
  void aSentenceForAnotherOutcomeIsNoReason() {
    inForce(
        () -> {
          tell(1, Stage.INVESTIGATING, null);
          tell(2, Stage.CLOSED, "18");
          says("2026-03-02T09:00:00Z", "outcome-18-2");
          assertThat(page().stage()).isEqualTo(Stage.CLOSED);
          tell(3, Stage.CLOSED, "1");
          tell(4, Stage.CLOSED, "14");
          assertThat(page().stage()).isEqualTo(Stage.DECIDING);
          says("2026-03-02T10:00:00Z", "outcome-14-1");
          assertThat(page().stage()).isEqualTo(Stage.CLOSED);
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
          assertThat(timelines.correct(officer, file(), line, right))
              .as("the same form again")
              .isEqualTo(Done.DONE);
          assertThat(page().timeline()).containsExactly(entry);
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

  private static Note own(UpdateKind kind, String text) {
    return new Note(kind, text, null, Handle.random());
  }

  private CasePages.Page page() {
    return pages.show(account, file()).orElseThrow();
  }

  private Handle file() {
    return pages.list(account).getFirst().handle();
  }

  private TimelineDesk.Timeline read() {
    return timelines.read(officer, file()).orElseThrow();
  }

  private List<TaskKind> waiting() {
    return tasks.waiting(officer).stream().map(TaskDesk.Line::kind).toList();
  }

  /** The records system gives reasons, by a sentence of the bank where it is named. */
  private void says(String at, @Nullable String reason) {
    var text = reason == null ? "We could not find out who it was." : null;
    var update =
        new Update(
            "why " + at, Instant.parse(at), UpdateKind.OUTCOME, text, reason, Reports.digest(at));
    files.receive(
        "records", List.of(new AddedUpdate(new CaseReference(reference, reference), update)));
  }

  private void tell(long version, Stage stage, @Nullable String outcome) {
    tell(version, stage, outcome, LocalDate.of(2026, 3, 2));
  }

  private void tell(long version, Stage stage, @Nullable String outcome, LocalDate decided) {
    WholeCase told =
        Reports.version(version, List.of(Reports.victim("P1", phone)), List.of(), stage);
    var on = outcome == null ? null : decided;
    files.receive(
        "records", List.of(Reports.by(collar, Reports.at(reference, told), Set.of(), outcome, on)));
    grants.open(grants.personBySource(reference, "P1").orElseThrow(), account);
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
