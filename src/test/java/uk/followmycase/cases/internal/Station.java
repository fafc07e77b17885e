package uk.followmycase.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.cases.CaseFiles;
import uk.followmycase.cases.CaseReference;
import uk.followmycase.cases.CaseState;
import uk.followmycase.cases.CaseState.Officer;
import uk.followmycase.cases.Marks;
import uk.followmycase.cases.Report.Person;
import uk.followmycase.cases.Report.Point;
import uk.followmycase.cases.Report.Update;
import uk.followmycase.cases.Report.UpdateKind;
import uk.followmycase.cases.Report.WholeCase;
import uk.followmycase.delivery.Contact;
import uk.followmycase.eligibility.CollisionRegister.Kind;
import uk.followmycase.eligibility.CollisionRegister.Mark;
import uk.followmycase.eligibility.Flag;
import uk.followmycase.eligibility.PersonFacts.Role;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.Stage;
import uk.followmycase.tenancy.keys.Handle;

/** A force with staff and cases for tests of its desk. */
record Station(ApplicationContext product, Force force) {

  static final Instant SOME_TIME = Instant.parse("2026-03-01T09:00:00Z");

  private static final AtomicInteger NUMBERS = new AtomicInteger(200_000);

  static Station of(ApplicationContext product, String slug) {
    return new Station(product, product.getBean(Forces.class).bySlug(slug).orElseThrow());
  }

  /** Somebody new who works there, in a unit of their own unless others are named. */
  StaffMember staff(StaffRole role, String... units) {
    var number = NUMBERS.incrementAndGet();
    var name = "PC %s %s".formatted(word(number), word(number + 1_000_000));
    return staff(Set.of(role), name, number + "", units);
  }

  StaffMember staff(
      Set<StaffRole> roles, String name, @Nullable String collarNumber, String... units) {
    return new StaffMember(
        new StaffId(UUID.randomUUID()),
        force.id(),
        roles,
        collarNumber,
        units.length == 0 ? Set.of("Unit of " + collarNumber) : Set.of(units),
        name,
        SOME_TIME);
  }

  /** A word of letters only, as names are. */
  static String word(int number) {
    var word = new StringBuilder();
    for (var rest = number; rest > 0; rest /= 26) {
      word.append((char) ('a' + rest % 26));
    }
    return word.toString();
  }

  /** A case with nobody special; change what matters. */
  Told theCase() {
    var number = NUMBERS.incrementAndGet();
    return new Told(
        this,
        "4326%07d".formatted(number),
        null,
        "Name " + word(number),
        "0770" + (9_000_000 + number % 900_000),
        word(number) + "@example.com",
        List.of(),
        Set.of(),
        SOME_TIME,
        Stage.INVESTIGATING);
  }

  /** A case as it will be told. */
  record Told(
      Station at,
      String reference,
      @Nullable Officer officer,
      String victim,
      String phone,
      String email,
      List<String> suspects,
      Set<Flag> flags,
      Instant updated,
      Stage stage) {

    Told of(StaffMember officer, String unit) {
      var number = java.util.Objects.requireNonNull(officer.collarNumber());
      return of(new Officer(number, officer.displayName(), unit, null));
    }

    Told of(Officer named) {
      return new Told(at, reference, named, victim, phone, email, suspects, flags, updated, stage);
    }

    Told unit(String unit) {
      return of(new Officer("0", "Nobody Known", unit, null));
    }

    Told victim(String name) {
      return new Told(at, reference, officer, name, phone, email, suspects, flags, updated, stage);
    }

    Told phone(String number) {
      return new Told(
          at, reference, officer, victim, number, email, suspects, flags, updated, stage);
    }

    Told suspect(String suspectsPhone) {
      return new Told(
          at,
          reference,
          officer,
          victim,
          phone,
          email,
          List.of(suspectsPhone),
          flags,
          updated,
          stage);
    }

    Told flagged(Flag flag) {
      return new Told(
          at, reference, officer, victim, phone, email, suspects, Set.of(flag), updated, stage);
    }

    Told updated(Instant newest) {
      return new Told(at, reference, officer, victim, phone, email, suspects, flags, newest, stage);
    }

    Told stage(Stage now) {
      return new Told(at, reference, officer, victim, phone, email, suspects, flags, updated, now);
    }

    /** Tells it, and answers with its handle. */
    Handle tell() {
      at.product.getBean(CaseFiles.class).receive("records", List.of(report()));
      return at.handleOf(reference);
    }

    private WholeCase report() {
      return new WholeCase(
          new CaseReference(reference, reference),
          1,
          Reports.digest("case " + this),
          state(),
          List.of(person()),
          others(),
          List.of(update()));
    }

    private CaseState state() {
      return new CaseState(
          CaseState.Kind.CRIME,
          "028/01",
          null,
          flags,
          stage,
          null,
          null,
          null,
          null,
          LocalDate.of(2026, 2, 1),
          null,
          "A window was broken.",
          List.of(),
          officer);
    }

    private Person person() {
      return new Person(
          "P",
          Role.VICTIM,
          victim,
          LocalDate.of(1980, 1, 2),
          "en",
          false,
          Stream.of(phone, email).map(this::point).toList(),
          at.marks().id(reference),
          Reports.digest("person " + this));
    }

    private Point point(String written) {
      var kind = written.contains("@") ? Kind.EMAIL : Kind.PHONE;
      var contact =
          (kind == Kind.EMAIL ? Contact.email(written) : Contact.phone(written)).orElseThrow();
      return new Point(kind, written, contact, at.marks().contact(kind, written), true, false);
    }

    private List<Mark> others() {
      var found = new ArrayList<Mark>();
      for (var suspect : suspects) {
        var digest = java.util.Objects.requireNonNull(at.marks().contact(Kind.PHONE, suspect));
        found.add(new Mark(null, Kind.PHONE, digest));
      }
      return found;
    }

    private Update update() {
      return new Update(
          "U", updated, UpdateKind.ENQUIRY, "We asked.", null, Reports.digest("update " + this));
    }
  }

  Marks marks() {
    return product.getBean(Marks.class);
  }

  private Handle handleOf(String reference) {
    var digest =
        uk.followmycase.cases.internal.Told.digest(
                reference, product.getBean(uk.followmycase.tenancy.keys.ForceKeys.class))
            .bytes();
    return new Handle(
        ask(
            () ->
                jdbc()
                    .sql("select handle from police.case_file where reference_digest = :digest")
                    .param("digest", digest)
                    .query(UUID.class)
                    .single()));
  }

  /** The trail's newest entries of somebody, as {@code action detail}. */
  List<String> trail(StaffMember who) {
    return ask(
        () ->
            jdbc()
                .sql(
                    """
                    select action || ' ' || coalesce(detail, '') from police.audit_entry
                    where actor_id = :who order by at desc, id desc""")
                .param("who", who.getName())
                .query(String.class)
                .list());
  }

  JdbcClient jdbc() {
    return product.getBean(JdbcClient.class);
  }

  /** In a transaction of the force. */
  <R> R ask(Supplier<R> question) {
    return java.util.Objects.requireNonNull(
        product.getBean(TransactionTemplate.class).execute(status -> question.get()));
  }

  void bound(Runnable work) {
    ForceBinding.run(force.id(), work);
  }
}
