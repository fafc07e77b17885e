package uk.followmycase.identity.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.Contact;
import uk.followmycase.tenancy.keys.PeopleKeys;

/**
 * From which networks a contact was proved lately. Nothing is kept on the device, where somebody
 * else might look.
 */
@Component
class KnownPlaces {

  private static final Duration LATELY = Duration.ofDays(90);

  private final JdbcClient jdbc;
  private final PeopleKeys keys;
  private final Clock clock;

  KnownPlaces(JdbcClient jdbc, PeopleKeys keys, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.clock = clock;
  }

  boolean known(Contact contact, String place) {
    return jdbc.sql(
            "select true from people.known_place where digest = :digest and proved_at > :oldest")
        .param("digest", digest(contact, place))
        .param("oldest", oldest())
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  /** Whoever holds the contact was there. */
  void proved(Contact contact, String place) {
    jdbc.sql(
            """
            insert into people.known_place (digest, proved_at) values (:digest, :now)
            on conflict (digest) do update set proved_at = excluded.proved_at""")
        .param("digest", digest(contact, place))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  int sweep() {
    return jdbc.sql("delete from people.known_place where proved_at <= :oldest")
        .param("oldest", oldest())
        .update();
  }

  private Timestamp oldest() {
    return Timestamp.from(clock.instant().minus(LATELY));
  }

  private byte[] digest(Contact contact, String place) {
    return keys.blind("known-place", contact.channel() + "/" + contact.value() + "|" + place);
  }
}
