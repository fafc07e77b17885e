package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.cases.CaseId;
import uk.followmycase.cases.desk.Covers;
import uk.followmycase.cases.desk.DeskCounts;
import uk.followmycase.cases.desk.Openings;
import uk.followmycase.cases.desk.TaskAnswer;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.cases.desk.TaskDesk.Done;
import uk.followmycase.cases.desk.TaskDesk.Seen;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.cases.desk.Tasks.Need;
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
  @Autowired Tasks tasks;
  @Autowired Covers covers;
  @Autowired Openings openings;
  @Autowired DeskCounts counts;
  @Autowired Clock clock;

  private Station station;
  private StaffMember officer;
  private StaffMember colleague;
  private StaffMember supervisor;
  private Station.Told told;
  private UUID caseId;
  private Handle file;

  @BeforeEach
  void aTaskOfTheOfficers() {
    station = Station.of(product, "thames-valley");
    officer = station.staff(StaffRole.OFFICER);
    colleague = station.staff(StaffRole.OFFICER);
    supervisor = station.staff(StaffRole.SUPERVISOR, UNIT);
    told = station.theCase().of(officer, UNIT);
    file = ForceBinding.call(station.force().id(), told::tell);
    caseId = ForceBinding.call(station.force().id(), () -> new Untold(station).open(file, null));
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

  /** It opened in the moment in which its case went to somebody else. */
  @Test
  void whatStraysIsBroughtHome() {
    station.bound(
        () -> {
          nowWith(colleague.collarNumber());
          station.ask(
              () ->
                  station
                      .jdbc()
                      .sql(
                          "update police.task set officer = :collar, unit = null where case_id = :case")
                      .param("collar", officer.collarNumber())
                      .param("case", caseId)
                      .update());
          assertThat(waiting(colleague)).isEmpty();
          station.ask(
              () -> {
                product.getBean(StrayTasks.class).bringHome();
                return 0;
              });
          assertThat(waiting(officer)).isEmpty();
          assertThat(waiting(colleague)).hasSize(1);
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
  void nobodyIsPassedWhatTheyCouldNeverAnswer() {
    station.bound(
        () -> {
          opens(TaskKind.REASONS_MISSING);
          opens(TaskKind.NEEDS_A_PERSON);
          assertThat(passed(TaskKind.REASONS_MISSING, StaffRole.SAFEGUARDING))
              .isEqualTo(new Done.NotTheirs());
          assertThat(passed(TaskKind.NEEDS_A_PERSON, StaffRole.OFFICER))
              .isEqualTo(new Done.NotTheirs());
          assertThat(passed(TaskKind.NEEDS_A_PERSON, StaffRole.SUPERVISOR))
              .isEqualTo(new Done.Ok());
        });
  }

  @Test
  void whoBrokeAGlassReadsItsTasksAndEndsNone() {
    station.bound(
        () -> {
          opens(TaskKind.CONTACT_WRONG);
          openings.breakGlass(colleague, file, "Somebody stands at the counter.");
          var seen = new Seen(task(TaskKind.CONTACT_WRONG), 1);
          assertThat(desk.show(colleague, seen.task()).orElseThrow().answerable()).isFalse();
          assertThat(desk.show(officer, seen.task()).orElseThrow().answerable()).isTrue();
          assertThat(desk.take(colleague, seen)).isEqualTo(new Done.NotThere());
          assertThat(desk.passOn(colleague, seen, StaffRole.SUPERVISOR, "", ""))
              .isEqualTo(new Done.NotThere());
          assertThat(desk.answer(colleague, seen, TaskAnswer.TOLD_BY_TELEPHONE, ""))
              .isEqualTo(new Done.NotThere());
          assertThat(desk.answer(officer, seen, TaskAnswer.TOLD_BY_TELEPHONE, ""))
              .isEqualTo(new Done.Ok());
        });
  }

  @Test
  void howeverManyThereAreEachStandsOnAPage() {
    station.bound(
        () -> {
          station.ask(
              () -> {
                tasks.open(IntStream.range(0, 105).mapToObj(n -> more()).toList());
                return 0;
              });
          var first = desk.waiting(officer, 1);
          var second = desk.waiting(officer, 2);
          assertThat(first.total()).isEqualTo(106);
          assertThat(first.pages()).isEqualTo(2);
          assertThat(second.lines()).hasSize(106 - WaitingTasks.PAGE);
          assertThat(Stream.concat(first.lines().stream(), second.lines().stream()))
              .extracting(TaskDesk.Line::handle)
              .doesNotHaveDuplicates();
          assertThat(counts.of(officer).tasks()).isEqualTo(DeskCounts.MANY);
          assertThat(desk.waiting(officer, 3).lines()).isEmpty();
        });
  }

  @Test
  void whatAColleagueIsAtIsListedAndNotCounted() {
    station.bound(
        () -> {
          cover();
          assertThat(counts.of(officer).tasks()).isEqualTo(1);
          desk.take(colleague, new Seen(task(), 1));
          assertThat(waiting(officer)).hasSize(1);
          assertThat(counts.of(officer).tasks()).isZero();
          assertThat(counts.of(colleague).tasks()).isEqualTo(1);
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

  private Need more() {
    return new Need(
        TaskKind.CONTACT_WRONG, UUID.randomUUID(), new CaseId(caseId), null, null, null);
  }

  private void opens(TaskKind kind) {
    station.ask(
        () -> {
          tasks.open(Need.ofCase(kind, caseId, null));
          return 0;
        });
  }

  private Done passed(TaskKind kind, StaffRole to) {
    return desk.passOn(officer, new Seen(task(kind), 1), to, "", "");
  }

  private Handle task() {
    return task(TaskKind.VICTIM_NOT_TOLD);
  }

  private Handle task(TaskKind kind) {
    return new Handle(
        station.ask(
            () ->
                station
                    .jdbc()
                    .sql("select handle from police.task where case_id = :case and kind = :kind")
                    .param("case", caseId)
                    .param("kind", kind.name())
                    .query(UUID.class)
                    .single()));
  }

  private List<TaskDesk.Line> waiting(StaffMember who) {
    return new Untold(station).waiting(who, told);
  }
}
