package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import uk.followmycase.cases.CaseFiles;
import uk.followmycase.cases.Grants;
import uk.followmycase.cases.Report.Person;
import uk.followmycase.cases.Report.WholeCase;
import uk.followmycase.cases.desk.AccessDesk;
import uk.followmycase.cases.desk.AccessDesk.Looked;
import uk.followmycase.cases.desk.Decisions;
import uk.followmycase.cases.desk.Decisions.Asked;
import uk.followmycase.cases.desk.Decisions.Decided;
import uk.followmycase.cases.desk.Decisions.Question;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.cases.desk.TaskDesk.Line;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.delivery.Plan;
import uk.followmycase.eligibility.CollisionRegister.Mark;
import uk.followmycase.eligibility.Flag;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.Stage;
import uk.followmycase.tenancy.keys.Handle;

/** Who is held is decided about by a person, on the grounds that stand, and on no others. */
@SpringBootTest
class DecidingTests {

  private static final AtomicInteger NUMBERS = new AtomicInteger(4000);

  @Autowired CaseFiles files;
  @Autowired Grants grants;
  @Autowired Decisions decisions;
  @Autowired TaskDesk tasks;
  @Autowired AccessDesk access;
  @Autowired Forces forces;

  private String reference;
  private String phone;
  private String email;
  private Force force;
  private StaffMember safeguarding;
  private StaffMember colleague;

  private static final Predicate<Decided> STANDS =
      done -> done instanceof Decided.Ok ok && !ok.paused();

  @BeforeEach
  void aCaseOfItsOwn() {
    var number = NUMBERS.incrementAndGet();
    reference = "4326%07d".formatted(number);
    phone = "07700 90" + number;
    email = number + "@example.com";
    force = forces.bySlug("thames-valley").orElseThrow();
    safeguarding = member("Priya Shah", number);
    colleague = member("Tom Walsh", number + 1);
  }

  @Test
  void approvedOnceTheyStayApprovedWhileNothingNewComes() {
    inForce(
        () -> {
          tell(1, suspect(phone));
          assertThat(standing()).isEqualTo(Standing.NEEDS_PERSON);
          assertThat(approve(question())).matches(STANDS);
          assertThat(standing()).isEqualTo(Standing.ELIGIBLE_STRICT);
          tell(2, suspect(phone));
          assertThat(standing()).as("told again").isEqualTo(Standing.ELIGIBLE_STRICT);
          assertThat(waiting()).isEmpty();
        });
  }

  @Test
  void somethingNewHoldsThemAgain() {
    inForce(
        () -> {
          tell(1, suspect(phone));
          approve(question());
          tell(2, suspect(phone), suspect(email));
          assertThat(standing()).as("another contact").isEqualTo(Standing.NEEDS_PERSON);
          approve(question());
          tell(3, suspect(phone));
          assertThat(standing()).as("less than before").isEqualTo(Standing.ELIGIBLE_STRICT);
          tell(4, Set.of(Flag.STALKING), suspect(phone));
          assertThat(standing()).as("a flag").isEqualTo(Standing.NEEDS_PERSON);
        });
  }

  @Test
  void whomAPersonRefusedNoMachineInvites() {
    inForce(
        () -> {
          tell(1, suspect(phone));
          var asked = asked(question());
          assertThat(decisions.refuse(safeguarding, asked, "not safe"))
              .isInstanceOf(Decided.Ok.class);
          assertThat(standing()).isEqualTo(Standing.NOT_ELIGIBLE);
          tell(2);
          assertThat(standing()).as("the collision is gone").isEqualTo(Standing.NEEDS_PERSON);
          approve(question());
          assertThat(standing()).isEqualTo(Standing.ELIGIBLE_STANDARD);
        });
  }

  @Test
  void aFormSentTwiceHasOneEffect() {
    inForce(
        () -> {
          tell(1, suspect(phone));
          var asked = asked(question());
          assertThat(decisions.approve(safeguarding, asked, Plan.NONE, "asked by telephone"))
              .matches(STANDS);
          assertThat(decisions.approve(safeguarding, asked, Plan.NONE, "asked by telephone"))
              .matches(STANDS);
          assertThat(decisions.refuse(safeguarding, asked, "no"))
              .as("the same form, changed")
              .matches(STANDS);
          assertThat(standing()).isEqualTo(Standing.ELIGIBLE_STRICT);
        });
  }

  @Test
  void whoIsSecondSeesWhatWasDecidedAndByWhom() {
    inForce(
        () -> {
          tell(1, suspect(phone));
          var late = asked(question());
          decisions.refuse(colleague, asked(question()), "the number is his");
          var stale = (Decided.Stale) decisions.approve(safeguarding, late, Plan.NONE, "fine");
          assertThat(stale.now()).isNull();
          var by = Objects.requireNonNull(stale.by());
          assertThat(by.who()).contains("Tom Walsh");
          assertThat(by.approved()).isFalse();
          assertThat(standing()).isEqualTo(Standing.NOT_ELIGIBLE);
        });
  }

  @Test
  void groundsThatChangeWhileSomebodyWritesAreShown() {
    inForce(
        () -> {
          tell(1, suspect(phone));
          var late = asked(question());
          tell(2, suspect(phone), suspect(email));
          var stale = (Decided.Stale) decisions.approve(safeguarding, late, Plan.NONE, "fine");
          assertThat(Objects.requireNonNull(stale.now()).reasons()).hasSize(2);
          assertThat(standing()).isEqualTo(Standing.NEEDS_PERSON);
        });
  }

  @Test
  void whatDangerShutTwoPeopleOpen() {
    inForce(
        () -> {
          tell(1);
          var person = grants.personBySource(reference, "P1").orElseThrow();
          grants.open(person, new AccountId(UUID.randomUUID()));
          tell(2, suspect(phone));
          var task = waiting(TaskKind.ACCESS_SUSPENDED);
          assertThat(access.propose(safeguarding, looked(task), "met her"))
              .isInstanceOf(TaskDesk.Done.Ok.class);
          assertThat(access.confirm(safeguarding, looked(task), "I agree with myself"))
              .isInstanceOf(TaskDesk.Done.Stale.class);
          assertThat(access.confirm(colleague, looked(task), "met her too"))
              .isInstanceOf(TaskDesk.Done.Ok.class);
          tell(3, suspect(phone));
          assertThat(waiting()).isEmpty();
        });
  }

  private Looked looked(Handle task) {
    return new Looked(task, access.danger(safeguarding, task).orElseThrow().question().seen());
  }

  private Decided approve(Question question) {
    return decisions.approve(safeguarding, asked(question), Plan.NONE, "asked by telephone");
  }

  private static Asked asked(Question question) {
    return new Asked(question.task().line().handle(), question.seen(), Handle.random());
  }

  private Question question() {
    return decisions.question(safeguarding, waiting(TaskKind.NEEDS_A_PERSON)).orElseThrow();
  }

  private Handle waiting(TaskKind kind) {
    return waiting().stream()
        .filter(line -> line.kind() == kind)
        .map(Line::handle)
        .findFirst()
        .orElseThrow();
  }

  private List<Line> waiting() {
    return tasks.waiting(safeguarding).stream()
        .filter(line -> line.reference().equals(reference))
        .toList();
  }

  private Standing standing() {
    var held =
        files
            .held("records", new uk.followmycase.cases.CaseReference(reference, reference))
            .orElseThrow();
    return held.people().getFirst().judged().standing();
  }

  private void tell(long version, Mark... others) {
    tell(version, Set.of(), others);
  }

  private void tell(long version, Set<Flag> flags, Mark... others) {
    List<Person> people = List.of(Reports.victim("P1", phone, email));
    WholeCase told = Reports.version(version, people, List.of(others), Stage.INVESTIGATING);
    files.receive(
        "records", List.of(Reports.recorded(Reports.at(reference, told), "028/01", flags)));
  }

  private static Mark suspect(String contact) {
    return Reports.suspect(contact);
  }

  private StaffMember member(String name, int collar) {
    return new StaffMember(
        new StaffId(UUID.randomUUID()),
        force.id(),
        Set.of(StaffRole.SAFEGUARDING),
        Integer.toString(collar),
        Set.of(),
        name,
        Instant.EPOCH);
  }

  private void inForce(Runnable work) {
    ForceBinding.run(force.id(), work);
  }
}
