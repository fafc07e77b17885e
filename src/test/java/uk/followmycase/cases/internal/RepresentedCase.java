package uk.followmycase.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.cases.CaseFiles;
import uk.followmycase.cases.CasePages;
import uk.followmycase.cases.CasePages.Page;
import uk.followmycase.cases.CaseState;
import uk.followmycase.cases.CaseState.Officer;
import uk.followmycase.cases.Grants;
import uk.followmycase.cases.Marks;
import uk.followmycase.cases.PersonId;
import uk.followmycase.cases.Report.Person;
import uk.followmycase.cases.Report.WholeCase;
import uk.followmycase.cases.desk.AccessDesk.Seen;
import uk.followmycase.cases.desk.CaseSight.OnCase;
import uk.followmycase.cases.desk.Representatives;
import uk.followmycase.cases.desk.Representatives.Done;
import uk.followmycase.cases.desk.Representatives.Kind;
import uk.followmycase.cases.desk.Representatives.Sees;
import uk.followmycase.cases.desk.Representatives.Somebody;
import uk.followmycase.delivery.Contact;
import uk.followmycase.eligibility.CollisionRegister.Mark;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.Stage;
import uk.followmycase.tenancy.keys.Handle;

/** A case of its own, its victim, and a mother who may be let see it. */
abstract class RepresentedCase {

  static final AtomicInteger NUMBERS = new AtomicInteger(9500);

  @Autowired CaseFiles files;
  @Autowired CasePages pages;
  @Autowired Grants grants;
  @Autowired Representatives representatives;
  @Autowired Forces forces;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @Autowired Marks marks;

  final AccountId victim = new AccountId(UUID.randomUUID());
  final AccountId mother = new AccountId(UUID.randomUUID());
  String reference;
  String phone;
  String email;
  String mothersPhone;
  Force force;
  StaffMember officer;

  @BeforeEach
  void aCaseOfItsOwn() {
    var number = NUMBERS.incrementAndGet();
    reference = "4326%07d".formatted(number);
    phone = "07700 90" + number;
    mothersPhone = "07701 90" + number;
    email = number + "@example.com";
    force = forces.bySlug("thames-valley").orElseThrow();
    officer = member(StaffRole.SUPERVISOR);
  }

  Somebody mother(Sees sees) {
    return somebody(sees, Contact.phone(mothersPhone).orElseThrow());
  }

  /** One more, with a number of their own. */
  Somebody another(int more) {
    var number = "0771" + more + " 90" + reference.substring(reference.length() - 4);
    return somebody(Sees.WHOLE, Contact.phone(number).orElseThrow());
  }

  Somebody somebody(Sees sees, Contact contact) {
    var mail = Contact.email("mair." + contact.value().substring(4) + "@example.com").orElseThrow();
    return new Somebody(
        "Mair Rhys",
        Kind.NEXT_OF_KIN,
        List.of(contact, mail),
        "cy",
        sees,
        LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London")).plusMonths(3));
  }

  Done add(Somebody somebody) {
    return representatives.add(officer, file(), victimHandle(), somebody);
  }

  boolean comeIn() {
    grants.open(person(), victim);
    return grants.open(new PersonId(representative()), mother);
  }

  Page page(AccountId account) {
    return pages.show(account, pages.list(account).getFirst().handle()).orElseThrow();
  }

  PersonId person() {
    return grants.personBySource(reference, "P1").orElseThrow();
  }

  uk.followmycase.cases.CaseReference reference() {
    return new uk.followmycase.cases.CaseReference(reference, reference);
  }

  Handle file() {
    return new Handle(one("select handle from police.case_file where id = :case", caseId()));
  }

  Handle handle() {
    return new Handle(
        one("select handle from police.case_person where id = :case", representative()));
  }

  static final String WHY = "They have quarrelled.";

  /** A form about the representative as it would be made now. */
  Seen seen() {
    var changed =
        in(
            () ->
                jdbc.sql("select changed_at from police.grant_access where person_id = :id")
                    .param("id", representative())
                    .query((row, number) -> row.getTimestamp(1).toInstant())
                    .optional());
    return new Seen(file(), handle(), OnCase.mark(changed.orElse(null)));
  }

  Handle victimHandle() {
    return new Handle(
        one("select handle from police.case_person where id = :case", person().value()));
  }

  UUID caseId() {
    return one("select case_id from police.case_person where id = :case", person().value());
  }

  UUID representative() {
    return one(
        "select id from police.case_person where represents = :case order by id limit 1",
        person().value());
  }

  List<UUID> invited() {
    return in(
        () ->
            jdbc.sql("select person_id from police.invitation where case_id = :case")
                .param("case", caseId())
                .query(UUID.class)
                .list());
  }

  long count(String sql) {
    return in(() -> jdbc.sql(sql).param("id", representative()).query(Long.class).single());
  }

  void change(String sql) {
    in(() -> jdbc.sql(sql).param("id", representative()).update());
  }

  UUID one(String sql, @Nullable UUID id) {
    return in(() -> jdbc.sql(sql).param("case", id).query(UUID.class).single());
  }

  <R> R in(java.util.function.Supplier<R> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }

  void tell(long version, Mark... others) {
    List<Person> people = List.of(Reports.victim("P1", phone, email));
    WholeCase told = Reports.version(version, people, List.of(others), Stage.INVESTIGATING);
    files.receive("records", List.of(withOfficer(Reports.at(reference, told))));
  }

  WholeCase withOfficer(WholeCase told) {
    var state = told.state();
    var officers =
        new CaseState(
            state.kind(),
            state.offence(),
            null,
            Set.of(),
            state.stage(),
            null,
            null,
            null,
            null,
            null,
            null,
            state.report(),
            List.of(),
            new Officer("R1", "Alex Morgan", "Unit of " + reference, null));
    return new WholeCase(
        told.reference(),
        told.version(),
        told.digest(),
        officers,
        told.people(),
        told.others(),
        told.updates());
  }

  Mark suspect(String number) {
    var value = Contact.phone(number).orElseThrow().value();
    var kind = uk.followmycase.eligibility.CollisionRegister.Kind.PHONE;
    return new Mark(null, kind, Objects.requireNonNull(marks.contact(kind, value)));
  }

  StaffMember member(StaffRole role) {
    return member(role, "R" + NUMBERS.get());
  }

  /** Somebody with another number, and so another person. */
  StaffMember colleague(StaffRole role) {
    return member(role, "C" + NUMBERS.get());
  }

  private StaffMember member(StaffRole role, String collar) {
    return new StaffMember(
        new StaffId(UUID.randomUUID()),
        force.id(),
        Set.of(role),
        collar,
        Set.of("Unit of " + reference),
        "Somebody",
        Instant.EPOCH);
  }

  void inForce(Runnable work) {
    ForceBinding.run(force.id(), work);
  }
}
