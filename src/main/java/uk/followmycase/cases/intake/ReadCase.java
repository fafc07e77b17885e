package uk.followmycase.cases.intake;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.CaseReference;
import uk.followmycase.cases.CaseState;
import uk.followmycase.cases.CaseState.Area;
import uk.followmycase.cases.CaseState.Kind;
import uk.followmycase.cases.CaseState.Officer;
import uk.followmycase.cases.Marks;
import uk.followmycase.cases.Report;
import uk.followmycase.cases.intake.CaseBody.AreaBody;
import uk.followmycase.cases.intake.CaseBody.OfficerBody;
import uk.followmycase.eligibility.Flag;
import uk.followmycase.tenancy.ForceSettings;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Stage;

/** Reads reports: what is right becomes a report, what is wrong is told with its place. */
@Component
class ReadCase {

  private static final Pattern CLASSIFICATION = Pattern.compile("\\d{3}/\\d{2}");
  private static final Pattern CJS_CODE = Pattern.compile("[A-Z0-9]{4,8}");
  private static final Pattern OUTCOME = Pattern.compile("0|[1-3]A?|[4-9]|1\\d|2[0-2]");
  private static final Pattern COLLAR_NUMBER = Pattern.compile("[A-Za-z0-9]{1,10}");

  private final Forces forces;
  private final ReadPeople people;
  private final ReadUpdates updates;
  private final Marks marks;
  private final Canonical canonical;

  ReadCase(
      Forces forces, ReadPeople people, ReadUpdates updates, Marks marks, Canonical canonical) {
    this.forces = forces;
    this.people = people;
    this.updates = updates;
    this.marks = marks;
    this.canonical = canonical;
  }

  /** A whole case; null when anything is wrong. */
  Report.@Nullable WholeCase wholeCase(CaseBody body, Field at, Faults notes) {
    var settings = forces.current().settings();
    var reference = reference(body.reference(), at.at("reference"), settings);
    var version = version(body.version(), at.at("version"));
    var state = state(body, at, settings);
    var on = people.people(body.people(), at.at("people"), notes);
    var others = people.others(body.otherParties(), at.at("otherParties"));
    var timeline = updates.updates(body.updates(), at.at("updates"));
    if (!at.faults().none() || reference == null || version == null || state == null) {
      return null;
    }
    var digest = marks.content("a case", canonical.of(body));
    return new Report.WholeCase(reference, version, digest, state, on, others, timeline);
  }

  /** One more update; null when anything is wrong. */
  Report.@Nullable AddedUpdate added(UpdateBody.AddBody body, Field at) {
    var reference = reference(body.reference(), at.at("reference"), forces.current().settings());
    var told = at.at("update").required(body.update(), "Give the update");
    var update = told == null ? null : updates.update(told, at.at("update"));
    return !at.faults().none() || reference == null || update == null
        ? null
        : new Report.AddedUpdate(reference, update);
  }

  /** A withdrawal; null when anything is wrong. */
  Report.@Nullable WithdrawnUpdate withdrawn(UpdateBody.WithdrawBody body, Field at) {
    var reference = reference(body.reference(), at.at("reference"), forces.current().settings());
    var id = at.at("updateId").text(body.updateId(), ReadUpdates.LONGEST_ID);
    return !at.faults().none() || reference == null || id == null
        ? null
        : new Report.WithdrawnUpdate(reference, id);
  }

  /** A reference as the force writes it. */
  static @Nullable CaseReference reference(
      @Nullable String written, Field at, ForceSettings settings) {
    var text = at.text(written, 50);
    if (text == null) {
      return null;
    }
    var read = CaseReference.read(text, settings.references());
    if (read.isEmpty()) {
      at.fault("Not a reference of this force", "Give it as the force's settings describe it");
    }
    return read.orElse(null);
  }

  private static @Nullable Long version(@Nullable Long told, Field at) {
    var version = at.required(told, "Give a whole number from 1");
    if (version != null && version < 1) {
      at.fault("Too small", "Give a whole number from 1");
      return null;
    }
    return version;
  }

  private static @Nullable CaseState state(CaseBody body, Field at, ForceSettings settings) {
    var zone = settings.zone();
    var kind = at.at("kind").requiredWord(body.kind(), Kind.class);
    var stage = stage(body.status(), at.at("status"), settings);
    var occurred = body.occurred();
    var told = body.told();
    var state = new Parts(at, zone);
    var offence = state.matching("classification", body.classification(), CLASSIFICATION, "nnn/nn");
    var cjs = state.matching("cjsCode", body.cjsCode(), CJS_CODE, "4 to 8 capitals and digits");
    var outcome = state.matching("outcome", body.outcome(), OUTCOME, "0 to 22, 1A, 2A or 3A");
    var flags = flags(body.flags(), at.at("flags"));
    var area = area(body.area(), at.at("area"));
    var officer = officer(body.officer(), at.at("officer"));
    return kind == null || stage == null
        ? null
        : new CaseState(
            kind,
            offence,
            cjs,
            flags,
            stage,
            outcome,
            at.at("outcomeOn").date(body.outcomeOn()),
            occurred == null ? null : state.day("occurred/from", occurred.from()),
            occurred == null ? null : state.day("occurred/to", occurred.to()),
            state.day("reported", body.reported()),
            area,
            told == null ? null : at.at("told/report").optionalText(told.report(), 10_000),
            told == null ? List.of() : property(told.property(), at.at("told/property")),
            officer);
  }

  private static @Nullable Stage stage(@Nullable String word, Field at, ForceSettings settings) {
    var told = at.text(word, 100);
    if (told == null) {
      return null;
    }
    var stage = settings.stage(told);
    if (stage.isEmpty()) {
      var words = String.join(", ", new TreeSet<>(settings.statuses().keySet()));
      at.fault("Not a status of this force", "Give one of: " + words);
    }
    return stage.orElse(null);
  }

  private static Set<Flag> flags(@Nullable List<@Nullable String> words, Field at) {
    var flags = EnumSet.noneOf(Flag.class);
    var told = at.list(words, 50);
    for (var i = 0; i < told.size(); i++) {
      var flag = at.at(i).word(told.get(i), Flag.class);
      if (flag != null) {
        flags.add(flag);
      }
    }
    return flags;
  }

  private static List<String> property(@Nullable List<@Nullable String> things, Field at) {
    var told = at.list(things, 100);
    for (var i = 0; i < told.size(); i++) {
      at.at(i).optionalText(told.get(i), 300);
    }
    return told;
  }

  private static @Nullable Area area(@Nullable AreaBody body, Field at) {
    if (body == null) {
      return null;
    }
    var code = at.at("code").text(body.code(), 20);
    var name = at.at("name").optionalText(body.name(), 100);
    return code == null ? null : new Area(code, name);
  }

  private static @Nullable Officer officer(@Nullable OfficerBody body, Field at) {
    if (body == null) {
      return null;
    }
    var collar =
        at.at("collarNumber")
            .matching(
                at.at("collarNumber").text(body.collarNumber(), 10),
                COLLAR_NUMBER,
                "Give up to 10 letters and digits");
    var name = at.at("name").text(body.name(), 100);
    var unit = at.at("unit").optionalText(body.unit(), 100);
    var email = at.at("email").optionalText(body.email(), 254);
    return collar == null || name == null ? null : new Officer(collar, name, unit, email);
  }

  /** Small parts that all read alike. */
  private record Parts(Field at, ZoneId zone) {

    @Nullable String matching(String name, @Nullable String value, Pattern shape, String wanted) {
      return at.at(name).matching(value, shape, "Give " + wanted);
    }

    java.time.@Nullable LocalDate day(String name, @Nullable String value) {
      return at.at(name).day(value, zone);
    }
  }
}
