package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Outgoing.Today;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;

/** What became of the bound force's notices since its midnight. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DayFigures {

  /** Beside the states that a notice ends in. */
  private static final String TWICE = "TWICE";

  private final JdbcClient jdbc;
  private final Forces forces;
  private final Clock clock;

  DayFigures(JdbcClient jdbc, Forces forces, Clock clock) {
    this.jdbc = jdbc;
    this.forces = forces;
    this.clock = clock;
  }

  private record Key(String channel, String kind, String what) {}

  /** Counts by channel, kind and what became of them. */
  record Figures(Map<Key, Long> counts) {

    Today of(Channel channel, Kind kind) {
      var failed = 0L;
      for (var state : DeliveryState.values()) {
        failed += failure(state) ? count(channel, kind, state.name()) : 0;
      }
      return new Today(
          count(channel, kind, DeliveryState.HANDED_OVER.name()),
          count(channel, kind, DeliveryState.TOLD.name()),
          failed,
          count(channel, kind, DeliveryState.PARKED.name()),
          count(channel, kind, TWICE));
    }

    private long count(Channel channel, Kind kind, String what) {
      return counts.getOrDefault(new Key(channel.name(), kind.name(), what), 0L);
    }

    private static boolean failure(DeliveryState state) {
      return switch (state) {
        case REFUSED, UNKNOWN, EXPIRED, UNSAFE -> true;
        case WAITING, SENDING, HANDED_OVER, TOLD, PARKED, DROPPED, RECALLED -> false;
      };
    }
  }

  Instant now() {
    return clock.instant();
  }

  Figures today() {
    var counts = new HashMap<Key, Long>();
    jdbc.sql(
            """
            select channel, kind, state as what, count(*) as many from police.notice
            where force_id = :force and ended_at >= :midnight group by 1, 2, 3
            union all
            select a.channel, n.kind, :twice, count(*) from police.delivery_attempt a
            join police.notice n on n.force_id = a.force_id and n.id = a.notice_id
            where a.force_id = :force and a.possible_duplicate and a.begun_at >= :midnight
            group by 1, 2
            """)
        .param("force", ForceBinding.current().value())
        .param("midnight", midnight())
        .param("twice", TWICE)
        .query(
            row -> {
              counts.put(
                  new Key(row.getString("channel"), row.getString("kind"), row.getString("what")),
                  row.getLong("many"));
            });
    return new Figures(counts);
  }

  private OffsetDateTime midnight() {
    var zone = forces.current().settings().zone();
    var today = clock.instant().atZone(zone).toLocalDate();
    return today.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
  }
}
