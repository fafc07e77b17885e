package uk.followmycase.delivery.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Held;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.tenancy.ForceId;

/** Counts what waits in the queue of any forces, by one query over its index. */
@Component
class QueueFigures {

  private final JdbcClient jdbc;
  private final Clock clock;

  QueueFigures(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Heads of one force that fare alike.
   *
   * @param held what keeps them; null when they could leave
   * @param since when the first of them could have left, at the earliest when it was let go that
   *     had been switched off; null when none could yet
   * @param next when the first of them is looked at
   */
  record Count(
      ForceId force,
      Channel channel,
      Kind kind,
      @Nullable Held held,
      long waiting,
      @Nullable Instant since,
      Instant next) {}

  @Transactional(readOnly = true)
  List<Count> of(Collection<ForceId> forces) {
    return jdbc.sql(
            """
            with off as materialized (
              select force_id, name from plumbing.switched_off),
            counted as (
              select force_id, channel, kind, case when due_at > :now then held end as held,
                count(*) as waiting, min(since) filter (where since <= :now) as since,
                min(due_at) as next
              from plumbing.outbox_head where force_id = any (:forces) group by 1, 2, 3, 4)
            select c.force_id, c.channel, c.kind, c.held, c.waiting, c.next,
              case when c.since is not null then greatest(c.since, (select max(g.at) from plumbing.let_go g
                where g.force_id in (0, c.force_id) and g.name = any (n.names))) end as since,
              exists (select from off o
                where o.force_id in (0, c.force_id) and o.name = any (n.names)) as off
            from counted c cross join lateral (select array[:everything,
              (:channelNames::text[])[c.channel + 1], (:kindNames::text[])[c.kind + 1],
              (:templateNames::text[])[c.channel * :kinds + c.kind + 1]] as names) n
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("forces", new Columns<>(forces).numbers(ForceId::value))
        .param("everything", SwitchNames.ALL)
        .param("channelNames", SwitchNames.channels())
        .param("kindNames", SwitchNames.kinds())
        .param("templateNames", SwitchNames.templates())
        .param("kinds", Kind.values().length)
        .query(QueueFigures::count)
        .list();
  }

  private static Count count(ResultSet row, int number) throws SQLException {
    var off = row.getBoolean("off");
    var held = row.getObject("held", Integer.class);
    var since = row.getObject("since", OffsetDateTime.class);
    return new Count(
        new ForceId(row.getInt("force_id")),
        Channel.values()[row.getInt("channel")],
        Kind.values()[row.getInt("kind")],
        off ? Held.SWITCHED_OFF : held == null ? null : Held.values()[held],
        row.getLong("waiting"),
        off || held != null || since == null ? null : since.toInstant(),
        row.getObject("next", OffsetDateTime.class).toInstant());
  }
}
