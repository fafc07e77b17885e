package uk.followmycase.web.admin.trail;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.TrailExports.Export;
import uk.followmycase.audit.TrailLine;
import uk.followmycase.audit.TrailQuestion.About;
import uk.followmycase.cases.CaseNames;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.identity.StaffNames;
import uk.followmycase.web.admin.trail.ExportsPage.Whose;

/** What the ids of a page of the trail are called, asked for all of its lines at once. */
@Component
class TrailNames {

  private static final Pattern ACCOUNT =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final CaseNames cases;
  private final StaffNames staff;

  TrailNames(CaseNames cases, StaffNames staff) {
    this.cases = cases;
    this.staff = staff;
  }

  /** The names of a page. */
  record Names(Map<UUID, CaseNames.Named> cases, Map<StaffId, StaffNames.Known> staff) {

    /** Somebody of staff: name and collar number, as far as they are known. */
    Optional<String> officer(String id) {
      return ACCOUNT.matcher(id).matches()
          ? Optional.ofNullable(staff.get(new StaffId(UUID.fromString(id)))).map(Names::called)
          : Optional.empty();
    }

    private static String called(StaffNames.Known known) {
      var number = known.collarNumber() == null ? "" : " (" + known.collarNumber() + ")";
      return (known.displayName() + number).strip();
    }

    /** What is noted with a line, with names for the accounts that it names. */
    Note note(TrailLine line) {
      var parts = line.detail() == null ? Stream.<String>of() : Stream.of(line.detail().split(" "));
      return new Note(line.action(), parts.map(this::named).toList());
    }

    private String named(String part) {
      return ACCOUNT.matcher(part).matches() ? officer(part).orElse("?") : part;
    }

    /** Whether the reader may know of what a question is about. */
    boolean tells(About about) {
      return file(about).allMatch(cases::containsKey);
    }

    Whose whose(About about) {
      return switch (about) {
        case About.Case(var id) -> {
          var named = cases.get(id);
          yield named == null
              ? new Whose("", null)
              : new Whose(named.reference(), TrailPath.of(named.handle()));
        }
        case About.By(var actor) -> new Whose(called(actor), TrailPath.of(actor).orElse(null));
      };
    }

    private String called(Actor actor) {
      return switch (actor.kind()) {
        case OFFICER -> officer(actor.id()).orElse("");
        case RECORDS_SYSTEM, SYSTEM -> actor.id();
        case PERSON -> "";
      };
    }
  }

  /** What somebody of staff is called; empty where that is not known. */
  String officer(String id) {
    var known = staff.of(Set.of(new StaffId(UUID.fromString(id))));
    return new Names(Map.of(), known).officer(id).orElse("");
  }

  /** What questions are about, as those who decide on them know it, asked for all at once. */
  Names about(StaffMember reader, Collection<About> abouts) {
    return new Names(
        cases.of(reader, abouts.stream().flatMap(TrailNames::file).collect(toUnmodifiableSet())),
        staff.of(abouts.stream().flatMap(TrailNames::account).collect(toUnmodifiableSet())));
  }

  static About about(Export export) {
    return export.question().about();
  }

  private static Stream<UUID> file(About about) {
    return about instanceof About.Case(var id) ? Stream.of(id) : Stream.empty();
  }

  private static Stream<StaffId> account(About about) {
    return about instanceof About.By(Actor actor)
            && actor.kind() == Actor.Kind.OFFICER
            && ACCOUNT.matcher(actor.id()).matches()
        ? Stream.of(new StaffId(UUID.fromString(actor.id())))
        : Stream.empty();
  }

  /** Whether a conflict keeps the reader from what a question is about. */
  boolean closedTo(StaffMember reader, About about) {
    return about instanceof About.Case(var id) && cases.closedTo(reader, id);
  }

  /** Cases that a conflict keeps from the reader have none. */
  Names of(StaffMember reader, Collection<TrailLine> lines) {
    var files = lines.stream().flatMap(line -> line.cases().stream());
    return new Names(
        cases.of(reader, files.collect(toUnmodifiableSet())),
        staff.of(lines.stream().flatMap(TrailNames::accounts).collect(toUnmodifiableSet())));
  }

  private static Stream<StaffId> accounts(TrailLine line) {
    var detail = line.detail() == null ? "" : line.detail();
    var acting = line.actor().kind() == Actor.Kind.OFFICER ? line.actor().id() : "";
    return ACCOUNT
        .matcher(acting + " " + detail)
        .results()
        .map(found -> new StaffId(UUID.fromString(found.group())));
  }
}
