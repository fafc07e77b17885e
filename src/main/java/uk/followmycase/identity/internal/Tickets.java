package uk.followmycase.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.SignIn.Handed;
import uk.followmycase.tenancy.keys.Digests;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.tenancy.keys.PeopleKeys;

/** Carries what was proved from a force's host to the sign-in host. */
@Component
class Tickets {

  private static final Duration LIVES = Duration.ofMinutes(2);
  private static final Duration RECEIPT_LIVES = Duration.ofHours(1);
  private static final String PLACE = "people.ticket";

  private final JdbcClient jdbc;
  private final PeopleKeys keys;
  private final JsonMapper json;
  private final Clock clock;

  Tickets(JdbcClient jdbc, PeopleKeys keys, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.json = json;
    this.clock = clock;
  }

  String write(Handed handed) {
    var ticket = Digests.token();
    insert(digest(ticket), json.writeValueAsBytes(handed), LIVES);
    return ticket;
  }

  Optional<Handed> look(String ticket) {
    return standing(digest(ticket)).map(this::handed);
  }

  void meant(String ticket, AccountId account) {
    insert(receipt(ticket), json.writeValueAsBytes(account), RECEIPT_LIVES);
  }

  Optional<AccountId> meantFor(String ticket) {
    return standing(receipt(ticket)).map(clear -> json.readValue(clear, AccountId.class));
  }

  private Optional<byte[]> standing(byte[] digest) {
    return jdbc.sql(
            "select id, sealed from people.ticket where digest = :digest and expires_at > :now")
        .param("digest", digest)
        .param("now", Timestamp.from(clock.instant()))
        .query(this::clear)
        .optional();
  }

  Optional<Handed> redeem(String ticket) {
    return jdbc.sql(
            """
            delete from people.ticket where digest = :digest and expires_at > :now
            returning id, sealed""")
        .param("digest", digest(ticket))
        .param("now", Timestamp.from(clock.instant()))
        .query(this::clear)
        .optional()
        .map(this::handed);
  }

  private void insert(byte[] digest, byte[] clear, Duration lives) {
    var id = Handle.rowId();
    jdbc.sql(
            """
            insert into people.ticket (digest, id, sealed, expires_at)
            values (:digest, :id, :sealed, :expires)""")
        .param("digest", digest)
        .param("id", id)
        .param("sealed", keys.seal(PLACE, id, clear))
        .param("expires", Timestamp.from(clock.instant().plus(lives)))
        .update();
  }

  private static byte[] digest(String ticket) {
    return Digests.sha256("ticket/" + ticket);
  }

  /** Apart from every ticket's, whatever a form may send for one. */
  private static byte[] receipt(String ticket) {
    return Digests.sha256("receipt/" + ticket);
  }

  int sweep() {
    return jdbc.sql("delete from people.ticket where expires_at <= :now")
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private byte[] clear(ResultSet row, int number) throws SQLException {
    return keys.open(PLACE, row.getObject("id", UUID.class), row.getBytes("sealed"));
  }

  private Handed handed(byte[] clear) {
    return json.readValue(clear, Handed.class);
  }
}
