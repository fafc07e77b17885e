package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Notices.Held;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Telling;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeHours;
import uk.followmycase.tenancy.ForceBinding;

/** Why notices of the bound force wait, and until when. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Holds {

  /** What nobody can say the end of is looked at every day; a change of plan does so at once. */
  private static final Duration NOW_AND_THEN = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final SafeHours hours;
  private final Wake wake;
  private final Clock clock;

  Holds(JdbcClient jdbc, SafeHours hours, Wake wake, Clock clock) {
    this.jdbc = jdbc;
    this.hours = hours;
    this.wake = wake;
    this.clock = clock;
  }

  /** What keeps a notice under this plan from leaving at a moment. */
  Optional<Hold> of(UUID notice, Plan plan, Instant wanted) {
    var next = plan.next(wanted, hours);
    if (next.isEmpty()) {
      var why = plan.paused() ? Held.PAUSED : Held.NO_SAFE_TIME;
      return Optional.of(new Hold(notice, why, null, wanted.plus(NOW_AND_THEN)));
    }
    var why = plan.awake(hours, wanted) ? Held.SAFE_HOURS : Held.QUIET_HOURS;
    return next.filter(wanted::isBefore).map(until -> new Hold(notice, why, until, until));
  }

  /** The first safe moment from this one on; the moment itself where nobody can say. */
  Instant next(Plan plan, Instant wanted) {
    return plan.next(wanted, hours).orElse(wanted);
  }

  /** Writes down why these wait, for whoever looks at the person's case. */
  void write(Collection<Hold> holds) {
    if (holds.isEmpty()) {
      return;
    }
    var columns = new Columns<>(holds);
    jdbc.sql(
            """
            update police.notice n set held = h.why, held_until = h.until
            from unnest(:ids, :whys, :untils) h (id, why, until)
            where n.force_id = :force and n.id = h.id
              and (n.held, n.held_until) is distinct from (h.why, h.until)
            """)
        .param("force", ForceBinding.current().value())
        .param("ids", columns.uuids(Hold::notice))
        .param("whys", columns.texts(hold -> hold.why().name()))
        .param("untils", columns.times(Hold::until))
        .update();
  }

  /** What waits only for what else is coming, waits no longer, nor beyond the deadline of these. */
  void hurry(Kind kind, Collection<Telling> people) {
    if (people.isEmpty()) {
      return;
    }
    var columns = new Columns<>(people);
    jdbc.sql(
            """
            with heads as materialized (
              select h.notice_id from police.notice n
              join plumbing.outbox_head h on h.force_id = :force and h.notice_id = n.id
              where n.force_id = :force and n.about = any(:people) and n.kind = :kind
                and n.state = 'WAITING'
              order by h.notice_id for update of h),
            hurried as (
              update police.notice n set expires_at = least(n.expires_at, t.expires),
                due_at = case n.held when 'PACED' then least(n.due_at, :now) else n.due_at end,
                held = nullif(n.held, 'PACED'),
                held_until = case n.held when 'PACED' then null else n.held_until end
              from unnest(:people, :expiries) t (person, expires)
              where n.force_id = :force and n.about = t.person and n.kind = :kind
                and (select count(*) from heads) >= 0
                and n.state = 'WAITING' and (n.held = 'PACED' or n.expires_at > t.expires)
              returning n.id, n.held)
            update plumbing.outbox_head h set due_at = :now, since = :now, held = null
            from hurried n
            where h.force_id = :force and h.notice_id = n.id and n.held is null
            """)
        .param("force", ForceBinding.current().value())
        .param("people", columns.uuids(it -> it.person().personId()))
        .param("expiries", columns.times(Telling::expiresAt))
        .param("kind", kind.name())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    wake.afterCommit();
  }

  /**
   * What waits for these people is looked at at once, since something changed. A worker that looks
   * at this moment, and perhaps still sees what was, is waited for.
   */
  void lookAgain(Collection<UUID> people) {
    if (people.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update plumbing.outbox_head h set due_at = greatest(n.due_at, :now),
              since = greatest(n.due_at, :now), held = null
            from police.notice n
            where n.force_id = :force and n.person_id = any(:people) and n.ended_at is null
              and n.held is not null and h.force_id = :force and h.notice_id = n.id
            """)
        .param("force", ForceBinding.current().value())
        .param("people", new Columns<>(people).uuids(id -> id))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    wake.afterCommit();
  }
}
