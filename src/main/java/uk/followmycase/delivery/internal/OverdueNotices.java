package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.tenancy.ForceBinding;

/**
 * Ends notices of the bound force whose time is over though nobody may lease them, since something
 * is switched off. Somebody is asked to tell the person, now and not when it is switched on again.
 */
@Component
class OverdueNotices {

  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final OutboxHeads heads;
  private final Endings endings;
  private final Clock clock;

  OverdueNotices(JdbcClient jdbc, OutboxHeads heads, Endings endings, Clock clock) {
    this.jdbc = jdbc;
    this.heads = heads;
    this.endings = endings;
    this.clock = clock;
  }

  /** Answers whether there may be more. What a worker holds is the worker's. */
  @Transactional
  boolean end() {
    var ended =
        jdbc.sql(
                """
                with over as (
                  select n.id from police.notice n
                    join plumbing.outbox_head h on h.force_id = :force and h.notice_id = n.id
                  where n.force_id = :force and n.ended_at is null and n.state = 'WAITING'
                    and n.expires_at <= :now and h.leased_by is null
                  order by n.id limit :most for update of h, n skip locked)
                update police.notice n set state = 'EXPIRED', ended_at = :now, held = null,
                  held_until = null, sealed = null
                from over where n.force_id = :force and n.id = over.id
                returning n.id, n.about, n.kind, n.case_id, n.person_id, n.channel, n.state
                """)
            .param("force", ForceBinding.current().value())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("most", AT_ONCE)
            .query(Recalls::ended)
            .list();
    heads.remove(ended.stream().map(Ended::notice).toList());
    endings.tell(ended);
    return ended.size() == AT_ONCE;
  }
}
