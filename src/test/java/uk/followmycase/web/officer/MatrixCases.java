package uk.followmycase.web.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.cases.desk.Covers;
import uk.followmycase.cases.desk.Openings;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.support.Place;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/**
 * For each role a case by each bond and by no other, and cases that must look absent.
 *
 * @param mixed cases of one's own with people and updates of others
 */
record MatrixCases(Crew crew, List<File> cases, File mixed) {

  /** Name of the sort of case whose parts are another's. */
  static final String MIXED = "with parts of another";

  private static final String COVERED =
      "MX" + Handle.random().toString().replaceAll("\\W|_", "").substring(0, 6);

  /**
   * One sort of case.
   *
   * @param bond that ties a role to its case; null where nothing counts
   */
  record File(String name, @Nullable Bond bond, Map<StaffRole, MatrixAddress> addresses) {

    MatrixAddress of(StaffRole role) {
      return Objects.requireNonNull(addresses.get(role));
    }
  }

  static MatrixCases tell(ApplicationContext product, Clock clock) {
    var crew = new Crew(product, Place.OXFORD);
    var telling = new Telling(product, crew, clock);
    var files = new ArrayList<File>();
    for (var bond : Bond.values()) {
      files.add(file(bond.name(), bond, role -> telling.tied(role, bond)));
    }
    files.add(file("in conflict", null, telling::inConflict));
    files.add(file("of another force", null, telling::elsewhere));
    files.add(file("absent", null, role -> MatrixAddress.absent()));
    files.add(file("no handle", null, role -> MatrixAddress.all("nothing")));
    return new MatrixCases(crew, files, file(MIXED, null, role -> mixed(files, role)));
  }

  /** The person on a case, as addresses name them; for no case, nobody's name. */
  static String personOn(ApplicationContext product, String handle) {
    return Handle.parse(handle)
        .flatMap(
            file ->
                Crew.find(
                    product,
                    Crew.force(product, Place.OXFORD),
                    "select p.handle from police.case_person p join police.case_file c on c.id = p.case_id where c.handle = ?",
                    file.value()))
        .map(person -> new Handle(person).toString())
        .orElseGet(() -> Handle.random().toString());
  }

  private static File file(
      String name, @Nullable Bond bond, Function<StaffRole, MatrixAddress> of) {
    var addresses = new EnumMap<StaffRole, MatrixAddress>(StaffRole.class);
    for (var role : StaffRole.values()) {
      addresses.put(role, of.apply(role));
    }
    return new File(name, bond, addresses);
  }

  private static MatrixAddress mixed(List<File> files, StaffRole role) {
    var own =
        switch (role) {
          case SUPERVISOR -> Bond.SUPERVISED;
          case SAFEGUARDING -> Bond.HELD;
          case CONTACT_HANDLER -> Bond.CALLER;
          default -> Bond.OWN;
        };
    return files.get(own.ordinal()).of(role).with(files.get(Bond.NONE.ordinal()).of(role));
  }

  /** Tells records systems' cases and ties people to them. */
  private record Telling(ApplicationContext product, Crew crew, Clock clock) {

    MatrixAddress tied(StaffRole role, Bond bond) {
      var hand = crew.of(role);
      return switch (bond) {
        case OWN -> told(Place.OXFORD, hand.who().collarNumber(), "Matrix", "Ann Other", "");
        case COVER -> covered(hand);
        case SUPERVISED ->
            told(Place.OXFORD, "MX1", hand.who().units().iterator().next(), "Ann Other", "");
        case HELD -> told(Place.OXFORD, "MX1", "Matrix", "Ann Other", "\"stalking\"");
        case CALLER -> called(hand);
        case BROKEN_GLASS -> broken(hand);
        case NONE -> told(Place.OXFORD, "MX1", "Matrix", "Ann Other", "");
      };
    }

    MatrixAddress inConflict(StaffRole role) {
      var who = crew.of(role).who();
      return told(
          Place.OXFORD,
          who.collarNumber(),
          who.units().iterator().next(),
          who.displayName(),
          "\"stalking\"");
    }

    MatrixAddress elsewhere(StaffRole role) {
      var who = crew.of(role).who();
      return told(
          Place.BANGOR,
          who.collarNumber(),
          who.units().iterator().next(),
          "Ann Other",
          "\"stalking\"");
    }

    private MatrixAddress covered(Crew.Hand hand) {
      var told = told(Place.OXFORD, COVERED, "Matrix cover", "Ann Other", "");
      var sergeant =
          new StaffMember(
              new StaffId(UUID.randomUUID()),
              crew.force().id(),
              Set.of(StaffRole.SUPERVISOR),
              "MX2",
              Set.of("Matrix cover"),
              "A Sergeant",
              clock.instant());
      var until = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London")).plusDays(9);
      ForceBinding.run(
          crew.force().id(),
          () ->
              assertThat(
                      product
                          .getBean(Covers.class)
                          .set(sergeant, COVERED, hand.who().collarNumber(), until))
                  .isEqualTo(Covers.Outcome.SET));
      return told;
    }

    private MatrixAddress called(Crew.Hand hand) {
      var told = told(Place.OXFORD, "MX1", "Matrix", "Ann Other", "");
      var as = hand.as(crew.force(), StaffRole.CONTACT_HANDLER, clock.instant());
      opened(
          openings ->
              openings.caller(
                  as,
                  Handle.parse(told.file()).orElseThrow(),
                  Handle.parse(told.person()).orElseThrow(),
                  Openings.Check.DOCUMENT));
      return told;
    }

    private MatrixAddress broken(Crew.Hand hand) {
      var told = told(Place.OXFORD, "MX1", "Matrix", "Ann Other", "");
      var as = hand.as(crew.force(), StaffRole.OFFICER, clock.instant());
      opened(
          openings ->
              openings.breakGlass(
                  as,
                  Handle.parse(told.file()).orElseThrow(),
                  "So that the matrix has such a case."));
      return told;
    }

    private void opened(Function<Openings, Openings.Opened> way) {
      ForceBinding.run(
          crew.force().id(),
          () ->
              assertThat(way.apply(product.getBean(Openings.class)))
                  .isEqualTo(Openings.Opened.OPEN));
    }

    private MatrixAddress told(
        Place place, String collar, String unit, String victim, String flags) {
      var reference = place.freshReference();
      var update = "U " + reference;
      var answer =
          place
              .records(product)
              .put(
                  """
                  {"reference": "%s", "version": 1, "kind": "crime", "classification": "028/01",
                   "reported": "2026-03-04", "status": "%s", "flags": [%s],
                   "officer": {"collarNumber": "%s", "name": "Some Officer", "unit": "%s"},
                   "people": [{"id": "P", "role": "victim", "name": "%s", "bornOn": "1990-02-01",
                     "contacts": [{"kind": "phone", "value": "07700 900987", "safe": true}]}],
                   "updates": [{"id": "%s", "at": "2026-03-05T10:00:00Z", "kind": "enquiry",
                     "text": "We asked."}]}
                  """
                      .formatted(reference, place.status(), flags, collar, unit, victim, update));
      assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
      return MatrixAddress.newest(product, Crew.force(product, place), update);
    }
  }
}
