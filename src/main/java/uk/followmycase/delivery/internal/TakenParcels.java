package uk.followmycase.delivery.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.internal.Handover.Accepted;
import uk.followmycase.tenancy.ForceBinding;

/**
 * What nearly always happens: a provider took the parcel. Its attempt, its notice and its head are
 * closed in one statement.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TakenParcels {

  private final JdbcClient jdbc;
  private final Clock clock;

  TakenParcels(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Those of the parcels whose lease still holds; each of them has ended. */
  List<Ended> close(List<Outcome> taken) {
    Map<UUID, Parcel> byNotice =
        taken.stream()
            .map(Outcome::parcel)
            .collect(Collectors.toMap(it -> it.lease().notice(), Function.identity()));
    var columns = new Columns<>(taken);
    return jdbc.sql(
            """
            with held as materialized (
              select n.id, t.attempt, t.reference, n.about, n.kind, n.case_id, n.person_id, n.channel
              from unnest(:notices, :tokens, :attempts, :references) t (notice, token, attempt, reference)
              join plumbing.outbox_head h
                on h.force_id = :force and h.notice_id = t.notice and h.token = t.token
              join police.notice n on n.force_id = :force and n.id = t.notice
              order by n.id for update of h, n),
            closed as (
              update police.delivery_attempt a set ended_at = :now, outcome = :outcome,
                reference = held.reference, sealed = null, in_air = null
              from held where a.force_id = :force and a.id = held.attempt and a.outcome is null),
            gone as (
              delete from plumbing.outbox_head h using held
              where h.force_id = :force and h.notice_id = held.id),
            moved as (
              update police.notice n set state = :to, ended_at = :now, held = null,
                held_until = null, sealed = null
              from held where n.force_id = :force and n.id = held.id and n.state = :from
              returning n.id)
            select held.*, moved.id is not null as moved
            from held left join moved on moved.id = held.id
            """)
        .param("force", ForceBinding.current().value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("from", Step.ACCEPT.from().name())
        .param("to", Step.ACCEPT.to().name())
        .param("outcome", taken.getFirst().handover().outcome())
        .param("notices", columns.uuids(it -> it.parcel().lease().notice()))
        .param("tokens", columns.numbers(it -> it.parcel().lease().token()))
        .param("attempts", columns.uuids(it -> it.parcel().attempt()))
        .param("references", columns.texts(it -> it.handover().reference()))
        .query((row, number) -> ended(row, byNotice))
        .list();
  }

  /** Whether a provider took all of these. */
  static boolean all(List<Outcome> outcomes) {
    return !outcomes.isEmpty()
        && outcomes.stream().allMatch(outcome -> outcome.handover() instanceof Accepted);
  }

  private static Ended ended(ResultSet row, Map<UUID, Parcel> byNotice) throws SQLException {
    if (!row.getBoolean("moved")) {
      throw new IllegalStateException("A notice did not stand where its step begins");
    }
    var id = row.getObject("id", UUID.class);
    var person = row.getObject("person_id", UUID.class);
    return new Ended(
        id,
        row.getObject("about", UUID.class),
        Kind.valueOf(row.getString("kind")),
        person == null ? null : new Recipient(row.getObject("case_id", UUID.class), person),
        Channel.valueOf(row.getString("channel")),
        Step.ACCEPT.to(),
        Objects.requireNonNull(byNotice.get(id)).possibleDuplicate());
  }
}
