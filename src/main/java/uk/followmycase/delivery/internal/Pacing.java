package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Notices.Held;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.tenancy.ForceBinding;

/**
 * Spreads the bound force's invitations, so that the people of a first day's backlog do not all
 * come to look at once. In no minute leave more than the limit; a sixth of it may leave together.
 */
@Component
class Pacing {

  /** A turn that could not be taken for longer than this is over: others have theirs now. */
  private static final Duration GOOD_FOR = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Duration step;
  private final Duration atOnce;

  @Autowired
  Pacing(JdbcClient jdbc, Clock clock, DeliverySettings settings) {
    this(jdbc, clock, settings.invitationsPerMinute());
  }

  Pacing(JdbcClient jdbc, Clock clock, int perMinute) {
    this.jdbc = jdbc;
    this.clock = clock;
    var together = Math.max(1, perMinute / 6);
    this.step = Duration.ofMinutes(1).dividedBy(Math.max(1, perMinute - together));
    this.atOnce = step.multipliedBy(together - 1L);
  }

  /** Which of these have to wait for their turn, by notice. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<UUID, Hold> of(List<LeasedNotice> notices) {
    var now = clock.instant();
    var waiting = new HashMap<UUID, Hold>();
    var without = new ArrayList<LeasedNotice>();
    for (var notice : notices) {
      var turn = notice.slot();
      if (!paced(notice.kind())) {
        continue;
      }
      if (turn == null || now.isAfter(turn.plus(GOOD_FOR))) {
        without.add(notice);
      } else if (turn.isAfter(now)) {
        waiting.put(notice.id(), hold(notice, turn));
      }
    }
    if (!without.isEmpty()) {
      give(without, now, waiting);
    }
    return waiting;
  }

  private static boolean paced(Kind kind) {
    return kind == Kind.INVITATION || kind == Kind.REMINDER;
  }

  private void give(List<LeasedNotice> notices, Instant now, Map<UUID, Hold> waiting) {
    var turn = take(notices.size(), now.minus(atOnce));
    for (var notice : notices) {
      if (turn.isAfter(now)) {
        waiting.put(notice.id(), hold(notice, turn));
      }
      turn = turn.plus(step);
    }
  }

  private static Hold hold(LeasedNotice notice, Instant turn) {
    return new Hold(notice.id(), Held.PACED, turn, turn);
  }

  /** The first of so many turns in a row; all instances take from the same row. */
  private Instant take(int count, Instant earliest) {
    var all = step.multipliedBy(count);
    return jdbc.sql(
            """
            insert into police.invitation_pace as p (force_id, next_at)
            values (:force, :earliest + :micros * interval '1 microsecond')
            on conflict (force_id) do update
            set next_at = greatest(p.next_at, :earliest) + :micros * interval '1 microsecond'
            returning next_at
            """)
        .param("force", ForceBinding.current().value())
        .param("earliest", earliest.atOffset(ZoneOffset.UTC))
        .param("micros", all.toNanos() / 1000)
        .query(OffsetDateTime.class)
        .single()
        .toInstant()
        .minus(all);
  }
}
