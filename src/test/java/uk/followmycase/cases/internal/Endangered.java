package uk.followmycase.cases.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import uk.followmycase.cases.CaseFiles;
import uk.followmycase.cases.CasePages;
import uk.followmycase.cases.Grants;
import uk.followmycase.cases.desk.AccessDesk;
import uk.followmycase.cases.desk.AccessDesk.Danger;
import uk.followmycase.cases.desk.AccessDesk.Looked;
import uk.followmycase.cases.desk.CaseSight;
import uk.followmycase.cases.desk.DeskCases;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.cases.desk.TaskDesk.Done;
import uk.followmycase.cases.desk.TaskDesk.Line;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.eligibility.CollisionRegister.Mark;
import uk.followmycase.eligibility.Flag;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.Stage;
import uk.followmycase.tenancy.keys.Handle;

/** A case whose victim can be let in, and whose contacts can turn out to be somebody else's. */
final class Endangered {

  private static final AtomicInteger NUMBERS = new AtomicInteger(9600);

  private final ApplicationContext product;
  private final Force force;
  private final AccountId account = new AccountId(UUID.randomUUID());
  private final String number = Integer.toString(NUMBERS.incrementAndGet());
  private final String reference = "4326000" + number;
  private @Nullable Handle file;

  final String phone = "07700 90" + number;
  final String email = number + "@example.com";

  Endangered(ApplicationContext product) {
    this.product = product;
    this.force = product.getBean(Forces.class).bySlug("thames-valley").orElseThrow();
  }

  Force force() {
    return force;
  }

  /** Somebody of the team that has the case; an officer is the one in the case. */
  StaffMember staff(StaffRole role, String collar) {
    return new StaffMember(
        new StaffId(UUID.randomUUID()),
        force.id(),
        Set.of(role),
        role == StaffRole.OFFICER ? "D" + number : collar + number,
        Set.of("Team D" + number),
        "Alex Morgan",
        Instant.EPOCH);
  }

  void tell(long version, String... suspects) {
    tell(version, Set.of(), suspects);
  }

  void tell(long version, Set<Flag> flags, String... suspects) {
    List<Mark> others = java.util.stream.Stream.of(suspects).map(Reports::suspect).toList();
    var people = List.of(Reports.victim("P1", phone, email));
    var told = Reports.version(version, people, others, Stage.INVESTIGATING);
    product
        .getBean(CaseFiles.class)
        .receive(
            "records",
            List.of(Reports.by("D" + number, Reports.at(reference, told), flags, null, null)));
  }

  void letIn() {
    tell(1);
    var grants = product.getBean(Grants.class);
    grants.open(grants.personBySource(reference, "P1").orElseThrow(), account);
    file = product.getBean(CasePages.class).list(account).getFirst().handle();
  }

  boolean shut() {
    return product.getBean(CasePages.class).list(account).getFirst().suspended();
  }

  Handle file() {
    return Objects.requireNonNull(file);
  }

  Handle person(StaffMember who) {
    return sight(who).people().getFirst().handle();
  }

  /** A form about the access as it stands. */
  AccessDesk.Seen seen(StaffMember who) {
    var person = sight(who).people().getFirst();
    return new AccessDesk.Seen(file(), person.handle(), person.mark());
  }

  /** What stands on the person's page about tasks. */
  List<TaskDesk.Shown> tasks(StaffMember who) {
    var sight = sight(who);
    return sight.tasks(sight.people().getFirst());
  }

  private CaseSight sight(StaffMember who) {
    return product.getBean(DeskCases.class).look(who, file()).orElseThrow();
  }

  /** What colleagues did, by the person's page. */
  List<String> done(StaffMember who) {
    return tasks(who).stream()
        .flatMap(task -> task.remarks().stream())
        .map(TaskDesk.Remark::did)
        .toList();
  }

  Handle task(StaffMember who, TaskKind kind) {
    return lines(who).stream()
        .filter(line -> line.kind() == kind)
        .map(Line::handle)
        .findFirst()
        .orElseThrow();
  }

  List<TaskKind> waiting(StaffMember who) {
    return lines(who).stream().map(Line::kind).toList();
  }

  private List<Line> lines(StaffMember who) {
    return product.getBean(TaskDesk.class).waiting(who).stream()
        .filter(line -> line.reference().equals(reference))
        .toList();
  }

  Done propose(StaffMember who) {
    return access().propose(who, looked(danger(who)), "met her");
  }

  Done confirm(StaffMember who) {
    return access().confirm(who, looked(danger(who)), "met her too");
  }

  Danger danger(StaffMember who) {
    var task = tasks(who).stream().filter(TaskDesk.Shown::live).findFirst().orElseThrow();
    return access().danger(who, task.line().handle()).orElseThrow();
  }

  static Looked looked(Danger danger) {
    return new Looked(danger.question().task().line().handle(), danger.question().seen());
  }

  private AccessDesk access() {
    return product.getBean(AccessDesk.class);
  }
}
