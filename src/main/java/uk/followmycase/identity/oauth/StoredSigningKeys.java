package uk.followmycase.identity.oauth;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.tenancy.keys.PeopleKeys;

/** Where signing keys are kept, sealed: whoever can read the table must not be able to sign. */
@Component
class StoredSigningKeys {

  private static final String PLACE = "people.signing_key";

  private final JdbcClient jdbc;
  private final PeopleKeys keys;

  StoredSigningKeys(JdbcClient jdbc, PeopleKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  List<SigningKey> newestFirst() {
    return jdbc.sql(
            "select number, id, sealed, active_from, gone_at from people.signing_key order by number desc")
        .query(this::key)
        .list();
  }

  /** Several instances may start at once: one key wins, all read it. */
  void addFirst(SigningKey key) {
    insert(key);
  }

  /**
   * Adds the next key and says when the earlier ones go; a key that another instance added wins.
   */
  @Transactional
  void succeed(SigningKey next, Instant othersGoneAt) {
    if (insert(next) == 0) {
      return;
    }
    jdbc.sql("delete from people.signing_key where gone_at < :now")
        .param("now", Timestamp.from(next.activeFrom().minus(SigningKeys.ANNOUNCED)))
        .update();
    jdbc.sql(
            "update people.signing_key set gone_at = :gone where number < :number and gone_at is null")
        .param("gone", Timestamp.from(othersGoneAt))
        .param("number", next.number())
        .update();
  }

  private int insert(SigningKey key) {
    var clear = key.jwk().toJSONString().getBytes(StandardCharsets.UTF_8);
    return jdbc.sql(
            """
            insert into people.signing_key (number, id, sealed, active_from)
            values (:number, :id, :sealed, :from) on conflict do nothing""")
        .param("number", key.number())
        .param("id", key.id())
        .param("sealed", keys.seal(PLACE, key.id(), clear))
        .param("from", Timestamp.from(key.activeFrom()))
        .update();
  }

  private SigningKey key(ResultSet row, int number) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var gone = row.getTimestamp("gone_at");
    return new SigningKey(
        row.getInt("number"),
        id,
        parsed(keys.open(PLACE, id, row.getBytes("sealed"))),
        row.getTimestamp("active_from").toInstant(),
        gone == null ? null : gone.toInstant());
  }

  private static RSAKey parsed(byte[] json) {
    try {
      return RSAKey.parse(new String(json, StandardCharsets.UTF_8));
    } catch (ParseException damaged) {
      // The cause would quote the key.
      throw new IllegalStateException("A signing key cannot be read");
    }
  }
}
