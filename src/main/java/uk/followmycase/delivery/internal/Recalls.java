package uk.followmycase.delivery.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.tenancy.ForceBinding;

/** Takes notices back. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Recalls {

  private final JdbcClient jdbc;
  private final OutboxHeads heads;
  private final Endings endings;
  private final Clock clock;

  Recalls(JdbcClient jdbc, OutboxHeads heads, Endings endings, Clock clock) {
    this.jdbc = jdbc;
    this.heads = heads;
    this.endings = endings;
    this.clock = clock;
  }

  /**
   * Heads are locked before notices, as workers do. What waits ends; what is with a provider is
   * marked, so that it is not tried again. What nobody came to send before its time was over was
   * not told, whoever takes it back.
   */
  int recall(Collection<UUID> abouts) {
    var recalled =
        jdbc.sql(
                """
                with heads as materialized (
                  select h.notice_id from police.notice n
                  join plumbing.outbox_head h on h.force_id = :force and h.notice_id = n.id
                  where n.force_id = :force and n.about = any(:abouts) and n.ended_at is null
                  order by h.notice_id for update of h),
                meant as (
                  select n.id from police.notice n
                  where n.force_id = :force and n.about = any(:abouts) and n.ended_at is null
                    and (select count(*) from heads) >= 0
                  order by n.id for update)
                update police.notice n set recalled = true,
                  state = case when n.state <> 'WAITING' then n.state
                    when n.expires_at <= :now then 'EXPIRED' else 'RECALLED' end,
                  ended_at = case n.state when 'WAITING' then :now::timestamptz end,
                  sealed = case when n.state <> 'WAITING' then n.sealed end
                from meant m where n.force_id = :force and n.id = m.id
                returning n.id, n.about, n.kind, n.case_id, n.person_id, n.channel, n.state
                """)
            .param("force", ForceBinding.current().value())
            .param("abouts", new Columns<>(abouts).uuids(about -> about))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query(Recalls::ended)
            .list();
    var gone = recalled.stream().filter(it -> it.state().ended()).toList();
    heads.remove(gone.stream().map(Ended::notice).toList());
    endings.tell(gone);
    return gone.size();
  }

  /** A row that has just ended. */
  static Ended ended(ResultSet row, int number) throws SQLException {
    var person = row.getObject("person_id", UUID.class);
    return new Ended(
        row.getObject("id", UUID.class),
        row.getObject("about", UUID.class),
        Kind.valueOf(row.getString("kind")),
        person == null ? null : new Recipient(row.getObject("case_id", UUID.class), person),
        Channel.valueOf(row.getString("channel")),
        DeliveryState.valueOf(row.getString("state")),
        false);
  }
}
