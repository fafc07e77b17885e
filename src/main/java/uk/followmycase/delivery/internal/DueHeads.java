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
import uk.followmycase.delivery.internal.Load.Room;
import uk.followmycase.tenancy.ForceId;

/** Leases heads of the queue to workers. */
@Component
class DueHeads {

  /** No worker ever has this number: a head that it holds is taken over at once. */
  private static final int NOBODY = 0;

  private final JdbcClient jdbc;
  private final Brakes brakes;
  private final DeliverySettings settings;
  private final Clock clock;

  DueHeads(JdbcClient jdbc, Brakes brakes, DeliverySettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.brakes = brakes;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Leases due heads: what is urgent first, then what is prompt and what is of large batches, each
   * up to a half while the other waits. Forces are served in turn, and each gets no more than its
   * share. Left alone is what is switched off at this very moment. No row is locked but those that
   * are leased.
   *
   * <p>Both statements look at what is switched off. What the brakes saw last says only which of
   * them has less to read.
   *
   * @param turns the forces to be served, in their order, by class
   * @param room for how many there is room
   */
  @Transactional
  List<Lease> claim(long worker, Map<Urgency, List<ForceId>> turns, Room room) {
    return jdbc.sql(brakes.partly() ? ClaimStatements.BY_TEMPLATE : ClaimStatements.BY_TIME)
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
        .param("most", room.most())
        .param("mostBulk", room.bulk())
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
