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

/** For each role a case by each bond and by no other, and cases that must look absent. */
record MatrixCases(Crew crew, List<File> cases) {

  private static final String COVERED =
      "MX" + Handle.random().toString().replaceAll("\\W|_", "").substring(0, 6);

  /**
   * One sort of case.
   *
   * @param bond that ties a role to its case; null where nothing counts
   */
  record File(String name, @Nullable Bond bond, Map<StaffRole, String> handles) {

    String handleFor(StaffRole role) {
      return Objects.requireNonNull(handles.get(role));
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
    files.add(file("absent", null, role -> Handle.random().toString()));
    files.add(file("no handle", null, role -> "nothing"));
    return new MatrixCases(crew, files);
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
      String name, @Nullable Bond bond, java.util.function.Function<StaffRole, String> of) {
    var handles = new EnumMap<StaffRole, String>(StaffRole.class);
    for (var role : StaffRole.values()) {
      handles.put(role, of.apply(role));
    }
    return new File(name, bond, handles);
  }

  /** Tells records systems' cases and ties people to them. */
  private record Telling(ApplicationContext product, Crew crew, Clock clock) {

    String tied(StaffRole role, Bond bond) {
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

    String inConflict(StaffRole role) {
      var who = crew.of(role).who();
      return told(
          Place.OXFORD,
          who.collarNumber(),
          who.units().iterator().next(),
          who.displayName(),
          "\"stalking\"");
    }

    String elsewhere(StaffRole role) {
      var who = crew.of(role).who();
      return told(
          Place.BANGOR,
          who.collarNumber(),
          who.units().iterator().next(),
          "Ann Other",
          "\"stalking\"");
    }

    private String covered(Crew.Hand hand) {
      var handle = told(Place.OXFORD, COVERED, "Matrix cover", "Ann Other", "");
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
      return handle;
    }

    private String called(Crew.Hand hand) {
      var handle = told(Place.OXFORD, "MX1", "Matrix", "Ann Other", "");
      var as = hand.as(crew.force(), StaffRole.CONTACT_HANDLER, clock.instant());
      opened(
          openings ->
              openings.caller(as, Handle.parse(handle).orElseThrow(), Openings.Check.DOCUMENT));
      return handle;
    }

    private String broken(Crew.Hand hand) {
      var handle = told(Place.OXFORD, "MX1", "Matrix", "Ann Other", "");
      var as = hand.as(crew.force(), StaffRole.OFFICER, clock.instant());
      opened(
          openings ->
              openings.breakGlass(
                  as, Handle.parse(handle).orElseThrow(), "So that the matrix has such a case."));
      return handle;
    }

    private void opened(java.util.function.Function<Openings, Openings.Opened> way) {
      ForceBinding.run(
          crew.force().id(),
          () ->
              assertThat(way.apply(product.getBean(Openings.class)))
                  .isEqualTo(Openings.Opened.OPEN));
    }

    private String told(Place place, String collar, String unit, String victim, String flags) {
      var reference = place.freshReference();
      var answer =
          place
              .records(product)
              .put(
                  """
                  {"reference": "%s", "version": 1, "kind": "crime", "classification": "028/01",
                   "reported": "2026-03-04", "status": "%s", "flags": [%s],
                   "officer": {"collarNumber": "%s", "name": "Some Officer", "unit": "%s"},
                   "people": [{"id": "P", "role": "victim", "name": "%s", "bornOn": "1990-02-01",
                     "contacts": [{"kind": "phone", "value": "07700 900987", "safe": true}]}]}
                  """
                      .formatted(reference, place.status(), flags, collar, unit, victim));
      assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
      return newest(place);
    }

    private String newest(Place place) {
      return new Handle(
              Crew.query(
                  product,
                  Crew.force(product, place),
                  "select handle from police.case_file order by id desc limit 1"))
          .toString();
    }
  }
}
