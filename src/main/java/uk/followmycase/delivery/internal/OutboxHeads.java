package uk.followmycase.delivery.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Held;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;

/** The heads of the queue. They belong to all forces and say nothing about anybody. */
@Component
class OutboxHeads {

  /** No worker ever has this number: a head that it holds is taken over at once. */
  private static final int NOBODY = 0;

  private final JdbcClient jdbc;
  private final DeliverySettings settings;
  private final Clock clock;

  OutboxHeads(JdbcClient jdbc, DeliverySettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A new head of the bound force.
   *
   * @param held what keeps it until it is due; null when nothing does
   */
  record Head(
      UUID notice,
      Urgency urgency,
      Channel channel,
      Kind kind,
      Instant dueAt,
      @Nullable Held held) {}

  @Transactional(propagation = Propagation.MANDATORY)
  void add(Collection<Head> heads) {
    var columns = new Columns<>(heads);
    jdbc.sql(
            """
            insert into plumbing.outbox_head
              (force_id, notice_id, class, channel, kind, held, due_at, since)
            select :force, h.*, h.due
            from unnest(:notices, :classes, :channels, :kinds, :helds, :dues)
              h (notice, class, channel, kind, held, due)
            """)
        .param("force", ForceBinding.current().value())
        .param("notices", columns.uuids(Head::notice))
        .param("classes", columns.numbers(head -> head.urgency().ordinal()))
        .param("channels", columns.numbers(head -> head.channel().ordinal()))
        .param("kinds", columns.numbers(head -> head.kind().ordinal()))
        .param("helds", columns.numbers(head -> place(head.held())))
        .param("dues", columns.times(Head::dueAt))
        .update();
  }

  /**
   * Leases due heads: what is urgent first, then turn by turn for every force and class. Forces
   * that are busy already are passed over, and what is switched off at this very moment.
   */
  @Transactional
  List<Lease> claim(long worker, Collection<ForceId> forces, int most) {
    return jdbc.sql(
            """
            with recursive force (id) as (
              (select force_id from plumbing.outbox_head order by force_id limit 1)
              union all
              select (select h.force_id from plumbing.outbox_head h where h.force_id > f.id
                order by h.force_id limit 1)
              from force f where f.id is not null),
            off as materialized (
              select force_id, name from plumbing.switched_off
              where name = :everything or name = any (:channelNames) or name = any (:kindNames)),
            due as materialized (
              select h.force_id, h.notice_id, h.class, h.due_at, h.leased_by
              from force f cross join (values (0), (1), (2)) c (class) cross join lateral (
                select * from plumbing.outbox_head h
                where h.force_id = f.id and h.class = c.class and h.due_at <= :now
                  and (h.leased_by is null or h.leased_by <> all (array(
                    select id from plumbing.outbox_worker where alive_until > now())))
                  and not exists (select from off o where o.force_id in (0, f.id) and o.name in
                    ((:channelNames::text[])[h.channel + 1], (:kindNames::text[])[h.kind + 1]))
                order by h.due_at limit :share for update of h skip locked) h
              where f.id = any (:forces)
                and not exists (select from off o
                  where o.force_id in (0, f.id) and o.name = :everything)
                and exists (select from plumbing.outbox_worker
                  where id = :worker and alive_until > now())),
            chosen as (
              select *, row_number() over (partition by force_id, class order by due_at) as turn
              from due order by class > 0, turn, due_at limit :most)
            update plumbing.outbox_head h
            set leased_by = :worker, token = nextval('plumbing.outbox_token')
            from chosen c where h.force_id = c.force_id and h.notice_id = c.notice_id
            returning h.force_id, h.notice_id, h.token, h.tries, c.leased_by is not null as taken
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("forces", new Columns<>(forces).numbers(ForceId::value))
        .param("everything", SwitchNames.ALL)
        .param("channelNames", SwitchNames.channels())
        .param("kindNames", SwitchNames.kinds())
        .param("share", settings.share())
        .param("most", most)
        .param("worker", worker)
        .query(OutboxHeads::lease)
        .list();
  }

  private static Lease lease(ResultSet row, int number) throws SQLException {
    return new Lease(
        new ForceId(row.getInt("force_id")),
        row.getObject("notice_id", UUID.class),
        row.getLong("token"),
        row.getInt("tries"),
        row.getBoolean("taken"));
  }

  private static @Nullable Integer place(@Nullable Held held) {
    return held == null ? null : held.ordinal();
  }

  /**
   * What becomes of a leased head: gone, or due again after so many tries.
   *
   * @param held what keeps it until then; null for a failure, which makes it late
   */
  record Settled(Lease lease, @Nullable Instant again, int tries, @Nullable Held held) {

    /** It is over, or failed. */
    Settled(Lease lease, @Nullable Instant again, int tries) {
      this(lease, again, tries, null);
    }
  }

  /** Deletes heads of the bound force, or gives them back with a new due time. */
  @Transactional(propagation = Propagation.MANDATORY)
  void settle(Collection<Settled> heads) {
    if (heads.isEmpty()) {
      return;
    }
    var columns = new Columns<>(heads);
    jdbc.sql(
            """
            with settled as (
              select * from unnest(:notices, :tokens, :agains, :tries, :helds)
                s (id, token, again, tries, held)),
            gone as (
              delete from plumbing.outbox_head h using settled s where s.again is null
                and h.force_id = :force and h.notice_id = s.id and h.token = s.token)
            update plumbing.outbox_head h set due_at = s.again, tries = s.tries, leased_by = null,
              held = s.held, since = case when s.held is null then h.since else s.again end
            from settled s where s.again is not null
              and h.force_id = :force and h.notice_id = s.id and h.token = s.token
            """)
        .param("force", ForceBinding.current().value())
        .param("notices", columns.uuids(head -> head.lease().notice()))
        .param("tokens", columns.numbers(head -> head.lease().token()))
        .param("agains", columns.times(Settled::again))
        .param("tries", columns.numbers(Settled::tries))
        .param("helds", columns.numbers(head -> place(head.held())))
        .update();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void remove(Collection<UUID> notices) {
    jdbc.sql(
            """
            delete from plumbing.outbox_head where force_id = :force and notice_id = any(:notices)
            """)
        .param("force", ForceBinding.current().value())
        .param("notices", new Columns<>(notices).uuids(notice -> notice))
        .update();
  }

  /** Lets everything go that this worker leased and no longer knows of. */
  @Transactional
  int forsake(long worker, Set<Long> known) {
    return jdbc.sql(
            """
            update plumbing.outbox_head set leased_by = :nobody
            where leased_by = :worker and token <> all (:known)
            """)
        .param("nobody", NOBODY)
        .param("worker", worker)
        .param("known", new Columns<>(known).numbers(token -> token))
        .update();
  }
}
