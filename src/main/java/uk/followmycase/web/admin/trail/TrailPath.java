package uk.followmycase.web.admin.trail;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.TrailQuestion.About;
import uk.followmycase.cases.CaseNames;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/** Writes whose trail is meant into an address, without a name in it, and reads it again. */
@Component
class TrailPath {

  private static final String CASE = "case";
  private static final Pattern PROGRAM = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  private final CaseNames cases;

  TrailPath(CaseNames cases) {
    this.cases = cases;
  }

  /** Of a case. */
  static String of(Handle file) {
    return "/desk/trail/" + CASE + "/" + file;
  }

  /** Of somebody who acted; empty where their id does not fit into an address. */
  static Optional<String> of(Actor actor) {
    return id(actor).map(id -> "/desk/trail/" + kind(actor.kind()) + "/" + id);
  }

  private static Optional<String> id(Actor actor) {
    return switch (actor.kind()) {
      case OFFICER, PERSON -> uuid(actor.id()).map(account -> new Handle(account).toString());
      case RECORDS_SYSTEM, SYSTEM ->
          Optional.of(actor.id()).filter(name -> PROGRAM.matcher(name).matches());
    };
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException other) {
      return Optional.empty();
    }
  }

  /** Whose trail an address means, if it means any that the reader may know of. */
  Optional<About> about(StaffMember reader, String kind, String id) {
    if (CASE.equals(kind)) {
      return Handle.parse(id)
          .flatMap(handle -> cases.at(reader, handle))
          .map(named -> new About.Case(named.id().value()));
    }
    for (var actor : Actor.Kind.values()) {
      if (kind(actor).equals(kind)) {
        return actor(actor, id).map(About.By::new);
      }
    }
    return Optional.empty();
  }

  private static Optional<Actor> actor(Actor.Kind kind, String id) {
    return switch (kind) {
      case OFFICER, PERSON ->
          Handle.parse(id).map(account -> new Actor(kind, account.value().toString()));
      case RECORDS_SYSTEM, SYSTEM ->
          Optional.of(id)
              .filter(name -> PROGRAM.matcher(name).matches())
              .map(name -> new Actor(kind, name));
    };
  }

  static String kind(Actor.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
