package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.delivery.Notices;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;

/** When records systems were last heard, and whether they catch up with what they owe. */
@Repository
class FeedRows implements Notices.Backlog {

  /** Calls come many a second; the row is one, and everybody would wait for it. */
  private static final Duration OFTEN_ENOUGH = Duration.ofSeconds(10);

  /**
   * When a client that has resumed is taken to owe nothing more. Within an hour a day's outage is
   * caught up with, twice over; who owes more is heard again within half an hour; and whoever is
   * still behind after half a day may be so for ever, and people have waited long enough.
   */
  private static final String OVER =
      """
      greatest(resumed_at + interval '1 hour', case when caught_up_at is null
        then least(last_heard + interval '30 minutes', resumed_at + interval '12 hours') end)
      """;

  private static final String TELL_FROM =
      """
      select case when received_at < :promised then last_heard + interval '1 hour'
        when resumed_at is not null then
      """
          + OVER
          + """
      end
      from (select *, :now::timestamptz as last_heard from police.feed) f
      where force_id = police.bound_force() and client = :client
      """;

  private static final String LASTS_UNTIL =
      "select max("
          + OVER
          + """
      )
      from (select *, received_at as last_heard from police.feed) f where resumed_at is not null
      """;

  private final JdbcClient jdbc;
  private final Forces forces;
  private final Clock clock;
  private final Map<Client, Heard> heard = new ConcurrentHashMap<>();
  private final Map<Client, Asked> asked = new ConcurrentHashMap<>();

  FeedRows(JdbcClient jdbc, Forces forces, Clock clock) {
    this.jdbc = jdbc;
    this.forces = forces;
    this.clock = clock;
  }

  /**
   * Notes that a client was heard; the last statement of a transaction, as others may wait. It has
   * caught up once most of what is new happened after it came back.
   *
   * @param happened when the updates that it added happened
   */
  void heard(String client, List<Instant> happened) {
    var now = clock.instant();
    var who = new Client(ForceBinding.current(), client);
    var before = heard.get(who);
    if (before != null) {
      before.news().add(happened);
      if (recent(before.at(), now)) {
        return;
      }
    }
    var owes = write(client, now, before == null ? null : before.news().middle());
    heard.put(who, new Heard(now, new RecentNews(owes)));
  }

  /** Whether the client owes more. */
  private boolean write(String client, Instant now, @Nullable Instant middle) {
    return jdbc.sql(
            """
            insert into police.feed as f (force_id, client, received_at)
            values (police.bound_force(), :client, :now)
            on conflict (force_id, client) do update set received_at = excluded.received_at,
              resumed_at = case when f.received_at < :promised then excluded.received_at
                else f.resumed_at end,
              caught_up_at = case when f.received_at < :promised then null
                when f.caught_up_at is null and f.resumed_at <= :middle::timestamptz
                  then excluded.received_at
                else f.caught_up_at end
            where f.received_at < excluded.received_at
            returning resumed_at is not null and caught_up_at is null
            """)
        .param("client", client)
        .param("now", Timestamp.from(now))
        .param("middle", middle == null ? null : Timestamp.from(middle))
        .param("promised", Timestamp.from(promised(now)))
        .query(Boolean.class)
        .optional()
        .orElse(false);
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
    return jdbc.sql(TELL_FROM)
        .param("promised", Timestamp.from(promised(now)))
        .param("now", Timestamp.from(now))
        .param("client", client)
        .query(FeedRows::moment)
        .optional()
        .flatMap(found -> found)
        .orElse(now);
  }

  @Override
  public Optional<Instant> lastsUntil() {
    return jdbc.sql(LASTS_UNTIL)
        .query(FeedRows::moment)
        .single()
        .filter(until -> until.isAfter(clock.instant()));
  }

  private static Optional<Instant> moment(ResultSet row, int number) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant);
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

  /** When somebody was heard, and what came since. */
  private record Heard(Instant at, RecentNews news) {}

  /** Since when people may be told; whoever was asked about lately was heard lately, too. */
  private record Asked(Instant at, Instant from) {}
}
