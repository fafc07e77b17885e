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
import uk.followmycase.tenancy.Forces;

/** When records systems were last heard. */
@Repository
class FeedRows {

  /** Calls come many a second; the row is one, and everybody would wait for it. */
  private static final Duration OFTEN_ENOUGH = Duration.ofSeconds(10);

  /** How long a records system may take to send what it owes: twice what a day's outage takes. */
  private static final Duration CATCHES_UP = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Forces forces;
  private final Clock clock;
  private final Map<Client, Instant> heard = new ConcurrentHashMap<>();
  private final Map<Client, Asked> asked = new ConcurrentHashMap<>();

  FeedRows(JdbcClient jdbc, Forces forces, Clock clock) {
    this.jdbc = jdbc;
    this.forces = forces;
    this.clock = clock;
  }

  /** Notes that a client was heard; the last statement of a transaction, as others may wait. */
  void heard(String client) {
    var now = clock.instant();
    var who = new Client(ForceBinding.current(), client);
    var before = heard.get(who);
    if (before != null && recent(before, now)) {
      return;
    }
    jdbc.sql(
            """
            insert into police.feed as f (force_id, client, received_at)
            values (police.bound_force(), :client, :now)
            on conflict (force_id, client) do update set received_at = excluded.received_at,
              resumed_at = case when f.received_at < :promised then excluded.received_at
                else f.resumed_at end
            where f.received_at < excluded.received_at
            """)
        .param("client", client)
        .param("now", Timestamp.from(now))
        .param("promised", Timestamp.from(promised(now)))
        .update();
    heard.put(who, now);
  }

  /**
   * When people may be told of what this client sends now. After a silence everything comes at
   * once: whoever is told waits until that is over, and then hears of all of it together.
   */
  Instant tellFrom(String client) {
    var now = clock.instant();
    var who = new Client(ForceBinding.current(), client);
    var before = asked.get(who);
    if (before == null || !recent(before.at(), now)) {
      before = new Asked(now, tellFrom(client, now));
      asked.put(who, before);
    }
    return before.from().isAfter(now) ? before.from() : now;
  }

  private Instant tellFrom(String client, Instant now) {
    return jdbc.sql(
            """
            select case when received_at < :promised then :now::timestamptz else resumed_at end
            from police.feed where force_id = police.bound_force() and client = :client
            """)
        .param("promised", Timestamp.from(promised(now)))
        .param("now", Timestamp.from(now))
        .param("client", client)
        .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
        .optional()
        .flatMap(found -> found)
        .map(resumed -> resumed.toInstant().plus(CATCHES_UP))
        .orElse(now);
  }

  private static boolean recent(Instant before, Instant now) {
    return !now.isBefore(before) && now.isBefore(before.plus(OFTEN_ENOUGH));
  }

  private Instant promised(Instant now) {
    return now.minus(forces.current().settings().feedSilentAfter());
  }

  Optional<Instant> last() {
    return jdbc.sql("select max(received_at) from police.feed")
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  private record Client(ForceId force, String name) {}

  /** Since when people may be told; whoever was asked about lately was heard lately, too. */
  private record Asked(Instant at, Instant from) {}
}
