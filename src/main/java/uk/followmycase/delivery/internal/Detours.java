package uk.followmycase.delivery.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Channel;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;

/**
 * Takes what a plan no longer lets go by its channel to the other one, where the person can safely
 * be reached there.
 */
@Component
class Detours {

  private final JdbcClient jdbc;

  Detours(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The same notices; some by the other channel from now on. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Planned> around(List<Planned> planned, Force force) {
    var stuck = planned.stream().filter(one -> stuck(one, force)).toList();
    if (stuck.isEmpty()) {
      return planned;
    }
    var moved = move(stuck.stream().map(Planned::notice).toList());
    return planned.stream()
        .map(one -> moved.contains(one.notice().id()) ? moved(one) : one)
        .toList();
  }

  /**
   * Those of notices without words whose person has no contact by their channel any more.
   *
   * @param moved which of them go by the other channel from now on; the rest has no way left
   */
  record Stranded(Set<UUID> all, Set<UUID> moved) {}

  /** Who has a contact and is told nothing all the same is not among them. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Stranded stranded(List<Planned> wordless, Force force) {
    var news = wordless.stream().filter(one -> one.notice().kind().anyWay()).toList();
    var all = news.isEmpty() ? Set.<UUID>of() : without(news);
    var open =
        news.stream()
            .filter(one -> all.contains(one.notice().id()))
            .filter(one -> one.passes(one.notice().channel().other(), force))
            .map(Planned::notice)
            .toList();
    return new Stranded(all, open.isEmpty() ? Set.of() : move(open));
  }

  private Set<UUID> without(List<Planned> news) {
    return jdbc.sql(
            """
            select n.id from police.notice n
            where n.force_id = :force and n.id = any(:ids)
              and not exists (select from police.contact_point c
                where c.force_id = :force and c.person_id = n.person_id
                  and c.channel = n.channel and c.safe and c.stopped_at is null)
            """)
        .param("force", ForceBinding.current().value())
        .param("ids", new Columns<>(news).uuids(one -> one.notice().id()))
        .query((row, number) -> row.getObject(1, UUID.class))
        .set();
  }

  private static boolean stuck(Planned one, Force force) {
    var notice = one.notice();
    return notice.kind().anyWay()
        && !one.passes(force)
        && one.passes(notice.channel().other(), force);
  }

  private static Planned moved(Planned one) {
    var notice = one.notice();
    return Planned.of(notice.by(notice.channel().other()), one.plan());
  }

  /** Its head goes along, so that a switch finds it. */
  private Set<UUID> move(List<LeasedNotice> notices) {
    var columns = new Columns<>(notices);
    return jdbc.sql(
            """
            with moved as (
              update police.notice n set channel = m.channel, held = null, held_until = null
              from unnest(:ids, :channels) m (id, channel)
              where n.force_id = :force and n.id = m.id
                and exists (select from police.contact_point c
                  where c.force_id = :force and c.person_id = n.person_id
                    and c.channel = m.channel and c.safe and c.stopped_at is null)
              returning n.id)
            update plumbing.outbox_head h set channel = m.place
            from unnest(:ids, :places) m (id, place)
            where h.force_id = :force and h.notice_id = m.id
              and m.id in (select id from moved)
            returning h.notice_id
            """)
        .param("force", ForceBinding.current().value())
        .param("ids", columns.uuids(LeasedNotice::id))
        .param("channels", columns.texts(notice -> other(notice).name()))
        .param("places", columns.numbers(notice -> other(notice).ordinal()))
        .query((row, number) -> row.getObject(1, UUID.class))
        .set();
  }

  private static Channel other(LeasedNotice notice) {
    return notice.channel().other();
  }
}
