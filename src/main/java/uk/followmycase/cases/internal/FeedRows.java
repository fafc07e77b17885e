package uk.followmycase.cases.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;

/** When records systems were last heard. */
@Repository
class FeedRows {

  /** Calls come many a second; the row is one, and everybody would wait for it. */
  private static final Duration OFTEN_ENOUGH = Duration.ofSeconds(10);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Map<Client, Instant> heard = new ConcurrentHashMap<>();

  FeedRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Notes that a client was heard; the last statement of a transaction, as others may wait. */
  void heard(String client) {
    var now = clock.instant();
    var who = new Client(ForceBinding.current(), client);
    var before = heard.get(who);
    if (before != null && !now.isBefore(before) && now.isBefore(before.plus(OFTEN_ENOUGH))) {
      return;
    }
    jdbc.sql(
            """
            insert into police.feed as f (force_id, client, received_at)
            values (police.bound_force(), :client, :now)
            on conflict (force_id, client) do update set received_at = excluded.received_at
            where f.received_at < excluded.received_at
            """)
        .param("client", client)
        .param("now", Timestamp.from(now))
        .update();
    heard.put(who, now);
  }

  Optional<Instant> last() {
    return jdbc.sql("select max(received_at) from police.feed")
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  private record Client(ForceId force, String name) {}
}
