package uk.followmycase.delivery.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.events.PeopleNotReached.NotReached;
import uk.followmycase.delivery.events.PeopleNotReached.Why;

/**
 * What was sent to somebody and did not reach them.
 *
 * @param about row id of the thing it spoke of
 * @param channel by which it was sent, whatever was planned since
 * @param contact digest of the contact; null when nobody knows which it was
 * @param deadline by which the person was to be told
 */
record Returned(
    Kind kind,
    UUID about,
    Channel channel,
    Recipient person,
    byte @Nullable [] contact,
    Instant deadline) {

  UUID personId() {
    return person.personId();
  }

  NotReached because(Why why) {
    return of(person, why);
  }

  /** The same for somebody else who has the contact. */
  NotReached of(Recipient other, Why why) {
    return new NotReached(other.caseId(), other.personId(), kind, channel, why);
  }
}
