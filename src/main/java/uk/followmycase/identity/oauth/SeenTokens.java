package uk.followmycase.identity.oauth;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.keys.PeopleKeys;

/** Which tokens of providers have had their effect. All instances know. */
@Component
class SeenTokens {

  private final JdbcClient jdbc;
  private final PeopleKeys keys;
  private final Clock clock;

  SeenTokens(JdbcClient jdbc, PeopleKeys keys, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.clock = clock;
  }

  /** Whether one has come before. */
  boolean known(String id) {
    return jdbc.sql("select true from people.logout_token where digest = :digest")
        .param("digest", digest(id))
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  /** Remembers one for longer than it is good for. */
  void keep(String id) {
    var now = clock.instant();
    jdbc.sql("delete from people.logout_token where expires_at <= :now")
        .param("now", Timestamp.from(now))
        .update();
    jdbc.sql(
            """
            insert into people.logout_token (digest, expires_at) values (:digest, :expires)
            on conflict (digest) do nothing""")
        .param("digest", digest(id))
        .param("expires", Timestamp.from(now.plus(LogoutTokens.GOOD_FOR.multipliedBy(3))))
        .update();
  }

  private byte[] digest(String id) {
    return keys.blind("logout-token", id);
  }
}
