package uk.followmycase.cases.internal;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.CaseFiles.Call;
import uk.followmycase.cases.CaseFiles.Once;
import uk.followmycase.tenancy.keys.Digests;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/**
 * Answers of calls that may come again. A key is kept in the transaction of its effect; while that
 * runs, a lock of the key tells the second call to wait its turn.
 */
@Repository
class AnsweredCalls {

  static final Duration KEPT = Duration.ofDays(30);

  private static final String PLACE = "police.idempotency_key";

  private static final String BEFORE =
      """
      select pg_try_advisory_xact_lock(:lock), k.id, k.body_digest, k.answer
      from (select 1) as asked
        left join police.idempotency_key k
          on k.force_id = police.bound_force() and k.client = :client and k.key_digest = :key
      """;

  private final JdbcClient jdbc;
  private final ForceKeys keys;
  private final Clock clock;

  AnsweredCalls(JdbcClient jdbc, ForceKeys keys, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.clock = clock;
  }

  /** What a call with this key got; empty for the first one, which holds the key from then on. */
  Optional<Once> before(Call call) {
    var key = digest(call);
    return jdbc.sql(BEFORE)
        .param("lock", ByteBuffer.wrap(key).getLong())
        .param("client", call.client())
        .param("key", key)
        .query((row, number) -> Optional.ofNullable(before(row, call)))
        .single();
  }

  /**
   * Keeps an answer.
   *
   * @throws org.springframework.dao.DuplicateKeyException when another call was quicker after all
   */
  void keep(Call call, byte[] answer) {
    var id = Handle.rowId();
    jdbc.sql(
            """
            insert into police.idempotency_key (force_id, client, key_digest, id, body_digest, answer, made_at)
            values (police.bound_force(), :client, :key, :id, :body, :answer, :now)
            """)
        .param("client", call.client())
        .param("key", digest(call))
        .param("id", id)
        .param("body", call.body())
        .param("answer", keys.seal(PLACE, id, answer))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** Forgets what is older than promised. */
  int forget() {
    return jdbc.sql("delete from police.idempotency_key where made_at < :before")
        .param("before", Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }

  private @Nullable Once before(ResultSet row, Call call) throws SQLException {
    var answer = row.getBytes(4);
    if (answer == null) {
      return row.getBoolean(1) ? null : new Once.InFlight();
    }
    return Digests.same(row.getBytes(3), call.body())
        ? new Once.Done(keys.open(PLACE, row.getObject(2, UUID.class), answer))
        : new Once.KeyReused();
  }

  private byte[] digest(Call call) {
    return keys.blind("idempotency key", call.client() + "\n" + call.key());
  }
}
