package uk.followmycase.audit.internal;

import java.util.Optional;
import java.util.regex.Pattern;
import uk.followmycase.audit.Actor;

/** Staff and persons act under the ids of their accounts; programs under their names. */
final class Accounts {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private Accounts() {}

  static Optional<String> id(Actor actor) {
    return switch (actor.kind()) {
      case OFFICER, PERSON -> Optional.of(actor.id()).filter(id -> ID.matcher(id).matches());
      case RECORDS_SYSTEM, SYSTEM -> Optional.empty();
    };
  }
}
