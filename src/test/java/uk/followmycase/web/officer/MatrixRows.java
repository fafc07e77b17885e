package uk.followmycase.web.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import uk.followmycase.audit.TrailExports;
import uk.followmycase.audit.TrailQuestion;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Conflicts;
import uk.followmycase.cases.desk.Covers;
import uk.followmycase.cases.desk.Notices;
import uk.followmycase.cases.desk.Openings;
import uk.followmycase.identity.MachineOfficers;
import uk.followmycase.identity.Staff;
import uk.followmycase.identity.StaffExclusions;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.support.Place;
import uk.followmycase.support.Vouching;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.officer.MatrixRow.Whose;

/** Rows as colleagues leave them: each is asked for once, since it may be gone then. */
final class MatrixRows {

  private static final String WHY = "So that the matrix says why it is there.";
  private static final String OTHER = "Unit of nobody here";

  private final ApplicationContext product;
  private final Clock clock;
  private final Place place;
  private final Force force;
  private final String unit;
  private final String collar = "MR" + (10_000 + (int) (Math.random() * 89_999));
  private final StaffMember sergeant;

  MatrixRows(ApplicationContext product, Clock clock, Whose whose, String unit) {
    this.product = product;
    this.clock = clock;
    this.place = whose == Whose.ANOTHER_FORCES ? Place.BANGOR : Place.OXFORD;
    this.force = Crew.force(product, place);
    this.unit = whose == Whose.ANOTHER_UNITS ? OTHER : unit;
    this.sergeant = somebody(StaffRole.SUPERVISOR, "MX9");
  }

  /** One of each, and the addresses of the trail. */
  List<MatrixRow> all() {
    var file = told();
    return List.of(glass(file), cover(), conflict(), visit(), letIn(), export(), trail(file));
  }

  private MatrixRow glass(Handle file) {
    in(() -> the(Openings.class).breakGlass(somebody(StaffRole.OFFICER, "MX8"), file, WHY));
    var notice = newest("select handle from police.broken_glass order by id desc limit 1");
    return form("/desk/notices", "notice", notice, Act.SEE_NOTICES, true, () -> !waits(notice));
  }

  private boolean waits(Handle notice) {
    return in(() -> the(Notices.class).waiting(sergeant)).stream()
        .anyMatch(one -> one.handle().equals(notice));
  }

  private MatrixRow cover() {
    var until = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London")).plusDays(9);
    assertThat(in(() -> the(Covers.class).set(sergeant, collar, "MX7", until)))
        .isEqualTo(Covers.Outcome.SET);
    var cover = newest("select handle from police.cover order by id desc limit 1");
    return form(
        "/desk/cover/end",
        "cover",
        cover,
        Act.SET_COVER,
        true,
        () ->
            in(() -> the(Covers.class).standing(sergeant)).stream()
                .noneMatch(one -> one.handle().equals(cover)));
  }

  private MatrixRow conflict() {
    var kind = Conflicts.Kind.NAME;
    assertThat(in(() -> the(Conflicts.class).add(sergeant, collar, kind, "Nearest Relative")))
        .isEqualTo(Conflicts.Outcome.KEPT);
    var conflict = newest("select handle from police.conflict order by id desc limit 1");
    return form(
        "/desk/conflicts/lift",
        "conflict",
        conflict,
        Act.LIFT_CONFLICT,
        true,
        () -> in(() -> the(Conflicts.class).of(sergeant, collar)).orElseThrow().isEmpty());
  }

  private MatrixRow visit() {
    var provider = Vouching.as(StaffRole.OFFICER);
    var groups = Set.of(Vouching.GROUP);
    var they = new Staff.Vouched(provider, collar, groups, "A Colleague", null, Set.of(unit));
    var let = (Staff.Admission.In) in(() -> the(Staff.class).admit(they));
    var account = let.pass().account().value();
    var standing = "select account from police.staff_visit where account = ?";
    assertThat(Crew.find(product, force, standing, account)).isPresent();
    return form(
        "/desk/staff/end",
        "person",
        new Handle(account),
        Act.END_VISITS,
        false,
        () -> Crew.find(product, force, standing, account).isEmpty());
  }

  private MatrixRow letIn() {
    var who = in(() -> the(MachineOfficers.class).acting("records", collar)).orElseThrow().id();
    assertThat(in(() -> the(StaffExclusions.class).exclude(who, WHY, sergeant)))
        .isEqualTo(StaffExclusions.Outcome.DONE);
    var path = "/desk/staff/" + new Handle(who.value()) + "/let-in";
    return new MatrixRow(
        "POST",
        path,
        Map.of(),
        Act.LET_IN,
        false,
        () -> in(() -> the(StaffExclusions.class).of(who)).isEmpty());
  }

  private MatrixRow export() {
    var by = new TrailExports.Requester(sergeant.actor(), "A Sergeant", sergeant.collarNumber());
    var about = new TrailQuestion.About.By(sergeant.actor());
    var question = new TrailQuestion(about, clock.instant().minusSeconds(60), clock.instant());
    var export = in(() -> the(TrailExports.class).ask(by, question, WHY));
    return new MatrixRow(
        "POST",
        "/desk/trail/exports/" + export + "/decision",
        Map.of("decision", "approve"),
        Act.APPROVE_EXPORT,
        false,
        () ->
            Crew.find(
                    product,
                    force,
                    "select id from police.trail_export where id = ? and approved is not null",
                    export.value())
                .isPresent());
  }

  /** Shown or not: nothing of it is done. */
  private static MatrixRow trail(Handle file) {
    return new MatrixRow(
        "GET", "/desk/trail/case/" + file, Map.of(), Act.SEE_TRAIL, false, () -> false);
  }

  private static MatrixRow form(
      String path,
      String field,
      Handle row,
      Act act,
      boolean ofUnits,
      java.util.function.BooleanSupplier done) {
    return new MatrixRow("POST", path, Map.of(field, row.toString()), act, ofUnits, done);
  }

  private Handle told() {
    var answer =
        place
            .records(product)
            .put(
                """
                {"reference": "%s", "version": 1, "kind": "crime", "classification": "028/01",
                 "reported": "2026-03-04", "status": "%s", "flags": [],
                 "officer": {"collarNumber": "%s", "name": "Some Officer", "unit": "%s"},
                 "people": [{"id": "P", "role": "victim", "name": "Ann Other", "bornOn": "1990-02-01",
                   "contacts": [{"kind": "phone", "value": "07700 900987", "safe": true}]}],
                 "updates": []}
                """
                    .formatted(place.freshReference(), place.status(), collar, unit));
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return newest("select handle from police.case_file order by id desc limit 1");
  }

  private Handle newest(String sql) {
    return new Handle(Crew.query(product, force, sql));
  }

  private StaffMember somebody(StaffRole role, String number) {
    return new StaffMember(
        new StaffId(UUID.randomUUID()),
        force.id(),
        Set.of(role),
        number,
        Set.of(unit),
        "A Colleague",
        clock.instant());
  }

  private <T> T the(Class<T> face) {
    return product.getBean(face);
  }

  private <R> R in(Supplier<R> work) {
    return ForceBinding.call(force.id(), work::get);
  }
}
