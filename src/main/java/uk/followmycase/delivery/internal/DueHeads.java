package uk.followmycase.delivery.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.tenancy.ForceId;

/** Leases heads of the queue to workers. */
@Component
class DueHeads {

  /** No worker ever has this number: a head that it holds is taken over at once. */
  private static final int NOBODY = 0;

  /**
   * What one class has due: of which forces, in which class, and how much. Forces are read one
   * after the other, and their heads one by one: once there is enough, nothing more is read or
   * locked. A condition on a force is an array, since a join could bring forces into another order.
   */
  private static final String DUE_OF =
      """

      as materialized (
        select h.* from unnest(""";

  private static final String DUE_IN =
      """
      ) f (id) cross join lateral (
          select h.force_id, h.notice_id, h.leased_by from plumbing.outbox_head h
          where h.force_id = f.id and h.due_at <= :now
            and (h.leased_by is null or h.leased_by <> all (array(select id from alive)))
            and not exists (select from off o where o.force_id in (0, f.id) and o.name in
              ((:channelNames::text[])[h.channel + 1], (:kindNames::text[])[h.kind + 1],
                (:templateNames::text[])[h.channel * :kinds + h.kind + 1]))
            and h.class = """;

  private static final String DUE_UP_TO =
      """

          order by h.due_at limit :share for update of h skip locked) h
        where exists (select from alive where id = :worker)
          and f.id = any (array(select w.id from waiting w))
          and not array[0, f.id] && array(
            select o.force_id::bigint from off o where o.name = :everything)
        limit\s""";

  /**
   * The last condition is asked of the row as it stood when the statement began: whoever was leased
   * since, perhaps by a worker that began since and so is not known to be alive, is left alone.
   */
  private static final String CLAIM =
      """
      with recursive waiting (id) as (
        (select force_id from plumbing.outbox_head order by force_id limit 1)
        union all
        select (select h.force_id from plumbing.outbox_head h where h.force_id > w.id
          order by h.force_id limit 1)
        from waiting w where w.id is not null),
      off as materialized (
        select force_id, name from plumbing.switched_off
        where name = :everything or name = any (:channelNames) or name = any (:kindNames)
          or name = any (:templateNames)),
      alive as materialized (select id from plumbing.outbox_worker where alive_until > now()),
      urgent"""
          + DUE_OF
          + ":urgent"
          + DUE_IN
          + "0"
          + DUE_UP_TO
          + ":most), prompt"
          + DUE_OF
          + ":prompt"
          + DUE_IN
          + "1"
          + DUE_UP_TO
          + "(select (:most - count(*) + 1) / 2 from urgent)), bulk"
          + DUE_OF
          + ":bulk"
          + DUE_IN
          + "2"
          + DUE_UP_TO
          + """
      (select :most - count(*) from (table urgent union all table prompt) t)),
      due as (select * from urgent union all select * from prompt union all select * from bulk)
      update plumbing.outbox_head h
      set leased_by = :worker, token = nextval('plumbing.outbox_token')
      from due d where h.force_id = d.force_id and h.notice_id = d.notice_id
        and h.leased_by is not distinct from d.leased_by
      returning h.force_id, h.notice_id, h.class, h.channel, h.token, h.tries,
        d.leased_by is not null as taken
      """;

  private final JdbcClient jdbc;
  private final DeliverySettings settings;
  private final Clock clock;

  DueHeads(JdbcClient jdbc, DeliverySettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Leases due heads: what is urgent first, then what is prompt and what is of large batches, each
   * up to a half while the other waits. Forces are served in turn, and each gets no more than its
   * share. Left alone is what is switched off at this very moment. No row is locked but those that
   * are leased.
   *
   * @param turns the forces to be served, in their order, by class
   */
  @Transactional
  List<Lease> claim(long worker, Map<Urgency, List<ForceId>> turns, int most) {
    return jdbc.sql(CLAIM)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("urgent", forces(turns, Urgency.URGENT))
        .param("prompt", forces(turns, Urgency.PROMPT))
        .param("bulk", forces(turns, Urgency.BULK))
        .param("everything", SwitchNames.ALL)
        .param("channelNames", SwitchNames.channels())
        .param("kindNames", SwitchNames.kinds())
        .param("templateNames", SwitchNames.templates())
        .param("kinds", Kind.values().length)
        .param("share", settings.share())
        .param("most", most)
        .param("worker", worker)
        .query(DueHeads::lease)
        .list();
  }

  private static SqlArrayValue forces(Map<Urgency, List<ForceId>> turns, Urgency urgency) {
    return new Columns<>(turns.getOrDefault(urgency, List.of())).numbers(ForceId::value);
  }

  static Lease lease(ResultSet row, int number) throws SQLException {
    return new Lease(
        new ForceId(row.getInt("force_id")),
        row.getObject("notice_id", UUID.class),
        Urgency.values()[row.getInt("class")],
        Channel.values()[row.getInt("channel")],
        row.getLong("token"),
        row.getInt("tries"),
        row.getBoolean("taken"));
  }

  /**
   * Lets everything go that this worker leased and no longer knows of. Whoever takes it over counts
   * a try, which this is none of: the worker lives.
   */
  @Transactional
  int forsake(long worker, Set<Long> known) {
    return jdbc.sql(
            """
            update plumbing.outbox_head set leased_by = :nobody, tries = tries - 1
            where leased_by = :worker and token <> all (:known)
            """)
        .param("nobody", NOBODY)
        .param("worker", worker)
        .param("known", new Columns<>(known).numbers(token -> token))
        .update();
  }
}
