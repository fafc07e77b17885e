package uk.followmycase.delivery.internal;

import java.time.Instant;
import java.util.Collection;
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

/** The heads of the queue. They belong to all forces and say nothing about anybody. */
@Component
class OutboxHeads {

  private final JdbcClient jdbc;

  OutboxHeads(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
}
