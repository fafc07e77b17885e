package uk.followmycase.delivery.internal;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.tenancy.ForceId;

/**
 * Heads whose worker has died in the last minute. Clearing up after it needs no room of the worker
 * that does it, only the database: so somebody does even if every living worker waits for slow
 * providers. Whatever is older is found by whoever has room.
 */
@Component
class LostHeads {

  /** Heads are looked through only where somebody did die. */
  private static final String CLAIM =
      """
      with died as materialized (
        select id from plumbing.outbox_worker
        where alive_until between now() - interval '1 minute' and now()),
      lost as materialized (
        select h.force_id, h.notice_id, h.leased_by from plumbing.outbox_head h
        where exists (select from died) and h.leased_by = any (array(select id from died))
          and h.force_id = any (:forces)
          and exists (
            select from plumbing.outbox_worker where id = :worker and alive_until > now())
        limit :most for update of h skip locked)
      update plumbing.outbox_head h
      set leased_by = :worker, token = nextval('plumbing.outbox_token')
      from lost l where h.force_id = l.force_id and h.notice_id = l.notice_id
        and h.leased_by = l.leased_by
      returning h.force_id, h.notice_id, h.class, h.channel, h.token, h.tries, true as taken
      """;

  private final JdbcClient jdbc;

  LostHeads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Leases what these forces lost, to be cleared up. */
  @Transactional
  List<Lease> claim(long worker, Collection<ForceId> forces, int most) {
    return jdbc.sql(CLAIM)
        .param("forces", new Columns<>(forces).numbers(ForceId::value))
        .param("most", most)
        .param("worker", worker)
        .query(DueHeads::lease)
        .list();
  }
}
