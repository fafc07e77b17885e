package uk.followmycase.web.admin.duty;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.followmycase.identity.StaffNames;
import uk.followmycase.tenancy.keys.Handle;

/**
 * Who came with a collar number.
 *
 * @param people null where nobody was looked for
 */
record FoundPage(String collar, @Nullable List<Person> people) {

  /** Somebody. */
  record Person(String handle, String name, Instant seenAt) {

    static Person of(StaffNames.Known known) {
      return new Person(
          new Handle(known.id().value()).toString(), known.displayName(), known.seenAt());
    }
  }
}
