package uk.followmycase.identity.oauth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.tenancy.keys.Digests;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.tenancy.keys.PeopleKeys;

/** Codes of the authorization server, by digest; what they stand for is sealed. */
@Component
class StoredCodes {

  private static final String PLACE = "people.authorization_code";

  private final JdbcClient jdbc;
  private final PeopleKeys keys;
  private final JsonMapper json;
  private final Clock clock;

  StoredCodes(JdbcClient jdbc, PeopleKeys keys, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.json = json;
    this.clock = clock;
  }

  void keep(String code, Granted granted) {
    var id = Handle.rowId();
    jdbc.sql(
            """
            insert into people.authorization_code (digest, id, sealed, expires_at)
            values (:digest, :id, :sealed, :expires)""")
        .param("digest", Digests.sha256(code))
        .param("id", id)
        .param("sealed", keys.seal(PLACE, id, json.writeValueAsBytes(granted)))
        .param("expires", Timestamp.from(granted.issuedAt().plus(PortalClients.CODE_LIVES)))
        .update();
  }

  Optional<Granted> find(String code) {
    return jdbc.sql(
            """
            select id, sealed from people.authorization_code
            where digest = :digest and expires_at > :now""")
        .param("digest", Digests.sha256(code))
        .param("now", Timestamp.from(clock.instant()))
        .query(this::granted)
        .optional();
  }

  /** False when it is used up already, or unknown. */
  boolean useUp(String code) {
    return jdbc.sql("delete from people.authorization_code where digest = :digest")
            .param("digest", Digests.sha256(code))
            .update()
        == 1;
  }

  /** Sweeps out what nobody came for. */
  int sweep() {
    return jdbc.sql("delete from people.authorization_code where expires_at <= :now")
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private Granted granted(ResultSet row, int number) throws SQLException {
    var clear = keys.open(PLACE, row.getObject("id", UUID.class), row.getBytes("sealed"));
    return json.readValue(clear, Granted.class);
  }
}
