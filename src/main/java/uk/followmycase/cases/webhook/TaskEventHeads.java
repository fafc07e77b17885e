package uk.followmycase.cases.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.tenancy.ForceId;

/** The heads of what is to be told: of all forces, and about nobody. */
@Component
@Transactional
class TaskEventHeads {

  private static final String CLAIM =
      """
      with due as materialized (
        select h.force_id, h.id from unnest(:forces::int[], :rooms::int[]) as f (id, room)
          cross join lateral (
            select force_id, id from plumbing.task_event_head
            where force_id = f.id and parked_at is null and due_at <= :now
              and (leased_until is null or leased_until < clock_timestamp())
            order by due_at limit f.room for update skip locked) h)
      update plumbing.task_event_head h
      set leased_until = clock_timestamp() + :lease * interval '1 millisecond',
        token = nextval('plumbing.task_event_token')
      from due d where h.force_id = d.force_id and h.id = d.id
      returning h.force_id, h.id, h.token, h.tries, h.made_at
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  TaskEventHeads(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Something that this instance tells, for as long as its lease runs.
   *
   * @param token of this lease alone
   */
  record Lease(ForceId force, UUID id, long token, int tries, Instant madeAt) {}

  /**
   * Leases what is due.
   *
   * @param rooms how much of each force
   */
  List<Lease> claim(Map<ForceId, Integer> rooms, Duration lease) {
    var forces = rooms.keySet().stream().toList();
    return jdbc.sql(CLAIM)
        .param("forces", ints(forces.stream().map(ForceId::value).toArray()))
        .param("rooms", ints(forces.stream().map(rooms::get).toArray()))
        .param("now", Timestamp.from(clock.instant()))
        .param("lease", lease.toMillis())
        .query((row, number) -> lease(row))
        .list();
  }

  /** It was heard; whoever lost the lease meanwhile changes nothing. */
  boolean remove(Lease lease) {
    return jdbc.sql(
                """
                delete from plumbing.task_event_head
                where force_id = :force and id = :id and token = :token""")
            .param("force", lease.force().value())
            .param("id", lease.id())
            .param("token", lease.token())
            .update()
        > 0;
  }

  /** Whoever has it. */
  void forget(ForceId force, UUID id) {
    jdbc.sql("delete from plumbing.task_event_head where force_id = :force and id = :id")
        .param("force", force.value())
        .param("id", id)
        .update();
  }

  /** It is told again then. */
  void again(Lease lease, Instant at) {
    settle(lease, false, at);
  }

  /** Nobody tells it any more, until somebody takes it up by hand. */
  void park(Lease lease, Instant at) {
    settle(lease, true, at);
  }

  private void settle(Lease lease, boolean parked, Instant at) {
    jdbc.sql(
            """
            update plumbing.task_event_head
            set due_at = case when :parked then due_at else :at::timestamptz end,
              parked_at = case when :parked then :at::timestamptz end,
              leased_until = null, tries = tries + 1
            where force_id = :force and id = :id and token = :token
            """)
        .param("parked", parked)
        .param("force", lease.force().value())
        .param("id", lease.id())
        .param("token", lease.token())
        .param("at", Timestamp.from(at))
        .update();
  }

  /**
   * How it stands with all that is to be told.
   *
   * @param failingSince when the oldest was made that failed at least once; empty for none
   */
  record Backlog(long waiting, long parked, Optional<Instant> failingSince) {

    static final Backlog NONE = new Backlog(0, 0, Optional.empty());
  }

  /** Of all forces together. */
  Backlog backlog() {
    return jdbc.sql(
            """
            select count(*) filter (where h.parked_at is null),
              count(*) filter (where h.parked_at is not null),
              min(h.made_at) filter (where h.parked_at is null and h.tries > 0)
            from plumbing.task_event_head h""")
        .query(
            (row, number) ->
                new Backlog(
                    row.getLong(1),
                    row.getLong(2),
                    Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant)))
        .single();
  }

  /** What was parked so long ago that nobody will ask for it. */
  List<Lease> stale(Instant parkedBefore) {
    return jdbc.sql(
            """
            select force_id, id, coalesce(token, 0), tries, made_at from plumbing.task_event_head
            where parked_at < :before limit 1000""")
        .param("before", Timestamp.from(parkedBefore))
        .query((row, number) -> lease(row))
        .list();
  }

  /** What these forces are not told any more, because they have dropped the address. */
  List<Lease> untold(List<ForceId> forces) {
    return jdbc.sql(
            """
            select force_id, id, coalesce(token, 0), tries, made_at from plumbing.task_event_head
            where force_id = any (:forces) and (leased_until is null or leased_until < clock_timestamp())
            limit 1000""")
        .param("forces", ints(forces.stream().map(ForceId::value).toArray()))
        .query((row, number) -> lease(row))
        .list();
  }

  private static Lease lease(ResultSet row) throws SQLException {
    return new Lease(
        new ForceId(row.getInt(1)),
        row.getObject(2, UUID.class),
        row.getLong(3),
        row.getInt(4),
        row.getTimestamp(5).toInstant());
  }

  private static SqlArrayValue ints(Object[] values) {
    return new SqlArrayValue("int4", values);
  }
}
