package uk.followmycase.identity.internal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.followmycase.identity.CurrentPerson;

/** How long a session lives. The strict live shorter: somebody else may pick the telephone up. */
final class SessionLimits {

  static final Duration IDLE = Duration.ofMinutes(15);
  static final Duration IDLE_STRICT = Duration.ofMinutes(10);
  static final Duration ABSOLUTE = Duration.ofHours(12);

  /** A long shift; whoever works on signs in again. */
  static final Duration ABSOLUTE_STAFF = Duration.ofHours(10);

  /** A touch is written at most this often. */
  static final Duration TOUCH = Duration.ofMinutes(1);

  private SessionLimits() {}

  static Duration idle(@Nullable CurrentPerson person) {
    return person != null && person.strict() ? IDLE_STRICT : IDLE;
  }

  static boolean over(PersonSession session, Instant now) {
    var person = session.person();
    var staff = session.staff();
    return !session.getLastAccessedTime().plus(idle(person)).isAfter(now)
        || !session.getCreationTime().plus(ABSOLUTE).isAfter(now)
        || (person != null && !person.signedInAt().plus(ABSOLUTE).isAfter(now))
        || (staff != null && !staff.signedInAt().plus(ABSOLUTE_STAFF).isAfter(now));
  }

  static boolean touchIsDue(PersonSession session, Instant now) {
    return !session.getLastAccessedTime().plus(TOUCH).isAfter(now);
  }
}
