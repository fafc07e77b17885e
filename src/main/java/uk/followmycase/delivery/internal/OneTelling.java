package uk.followmycase.delivery.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.tenancy.ForceBinding;

/**
 * Somebody who follows several cases is told once that there is something new: what left since the
 * news of a case stood on its page tells of it, too. That is so only where reader, contact, words
 * and sender are the same, and the plan would have let this notice go at that moment.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OneTelling {

  /** When to look again what became of the same news that is in the air. */
  static final Duration PAUSE = Duration.ofSeconds(2);

  private final JdbcClient jdbc;
  private final Attempts attempts;
  private final Holds holds;
  private final Clock clock;

  OneTelling(JdbcClient jdbc, Attempts attempts, Holds holds, Clock clock) {
    this.jdbc = jdbc;
    this.attempts = attempts;
    this.holds = holds;
    this.clock = clock;
  }

  /**
   * What became of notices whose words are ready.
   *
   * @param parcels whose attempts are written
   * @param told what something else has told of; it has ended
   * @param later what waits for the outcome of something else
   */
  record Begun(List<Parcel> parcels, List<LeasedNotice> told, List<LeasedNotice> later) {

    /** What does not leave now. */
    List<LeasedNotice> stayed() {
      return Stream.concat(told.stream(), later.stream()).toList();
    }
  }

  Begun begin(List<Parcel> parcels, Collection<Planned> planned) {
    var byId = planned.stream().collect(Collectors.toMap(it -> it.notice().id(), it -> it));
    var before = before(parcels.stream().filter(it -> it.news() != null).toList());
    var told = told(before.values(), byId);
    var free = parcels.stream().filter(it -> !told.contains(it.notice())).toList();
    var leaving = leaving(free, before);
    var begun = attempts.begin(leaving);
    return new Begun(
        leaving.stream().filter(it -> begun.contains(it.notice())).toList(),
        notices(told.stream(), byId),
        notices(free.stream().map(Parcel::notice).filter(it -> !begun.contains(it)), byId));
  }

  private static List<LeasedNotice> notices(Stream<UUID> some, Map<UUID, Planned> byId) {
    return some.map(it -> Objects.requireNonNull(byId.get(it)).notice()).toList();
  }

  /**
   * What is in the air is waited for; of what nobody knows whether it arrived, this may be a
   * second.
   */
  private static List<Parcel> leaving(List<Parcel> free, Map<UUID, Before> before) {
    var leaving = new ArrayList<Parcel>();
    for (var parcel : free) {
      var same = before.get(parcel.notice());
      if (same == null || !same.inAir()) {
        leaving.add(same != null && same.doubtful() ? parcel.doubtful() : parcel);
      }
    }
    return leaving;
  }

  /**
   * The same news as a notice's, begun since the notice's own came.
   *
   * @param taken the attempt of it that a provider took last; null when there is none
   * @param begunAt when that began
   * @param inAir whether an attempt has no outcome yet, or somebody writes of it
   * @param doubtful whether nobody knows of an attempt whether it arrived, or a part of it did
   */
  private record Before(
      UUID notice,
      @Nullable UUID taken,
      @Nullable Instant begunAt,
      boolean inAir,
      boolean doubtful) {}

  /**
   * Holds what was taken, so that a receipt of it comes before this or after it; while one is being
   * written down, it is as if it were in the air.
   */
  private Map<UUID, Before> before(List<Parcel> news) {
    if (news.isEmpty()) {
      return Map.of();
    }
    var columns =
        new Columns<>(news.stream().sorted(Comparator.comparing(OneTelling::same)).toList());
    return jdbc
        .sql(
            """
            select n.id, taken.id as taken, taken.begun_at, tried.doubtful,
              tried.in_air or (tried.accepted and taken.id is null) as in_air
            from unnest(:notices, :news, :since) p (notice, news, since)
            join police.notice n on n.force_id = :force and n.id = p.notice
            cross join lateral (
              select bool_or(a.outcome is null) as in_air,
                coalesce(bool_or(a.outcome = 'ACCEPTED'), false) as accepted,
                bool_or(a.outcome = 'UNKNOWN' or (a.outcome = 'POSTPONED' and m.parts > 0)) as doubtful
              from police.delivery_attempt a
                join police.notice m on m.force_id = :force and m.id = a.notice_id
              where a.force_id = :force and a.news = p.news and a.notice_id <> n.id
                and a.begun_at >= greatest(n.queued_at, p.since)) tried
            left join lateral (
              select a.id, a.begun_at from police.delivery_attempt a
              where a.force_id = :force and a.news = p.news and a.outcome = 'ACCEPTED'
                and a.begun_at >= greatest(n.queued_at, p.since)
              order by a.begun_at desc limit 1 for share skip locked) taken on true
            where tried.in_air is not null
            """)
        .param("force", ForceBinding.current().value())
        .param("notices", columns.uuids(Parcel::notice))
        .param("news", columns.uuids(OneTelling::same))
        .param("since", columns.times(it -> Objects.requireNonNull(it.news()).since()))
        .query(OneTelling::before)
        .list()
        .stream()
        .collect(Collectors.toMap(Before::notice, Function.identity()));
  }

  private static UUID same(Parcel parcel) {
    return Objects.requireNonNull(parcel.news()).same();
  }

  private static Before before(ResultSet row, int number) throws SQLException {
    var begun = row.getObject("begun_at", OffsetDateTime.class);
    return new Before(
        row.getObject("id", UUID.class),
        row.getObject("taken", UUID.class),
        begun == null ? null : begun.toInstant(),
        row.getBoolean("in_air"),
        row.getBoolean("doubtful"));
  }

  /** Ends what is told of already, unless what told of it is known not to have arrived. */
  private Set<UUID> told(Collection<Before> before, Map<UUID, Planned> byId) {
    var tellable =
        before.stream()
            .filter(it -> safe(it, Objects.requireNonNull(byId.get(it.notice()))))
            .toList();
    if (tellable.isEmpty()) {
      return Set.of();
    }
    var columns = new Columns<>(tellable);
    return jdbc.sql(
            """
            update police.notice n set state = :to, told_by = t.attempt, ended_at = :now,
              held = null, held_until = null, sealed = null
            from unnest(:notices, :attempts) t (notice, attempt)
            where n.force_id = :force and n.id = t.notice and n.state = :from
              and not exists (select from police.delivery_receipt r
                where r.force_id = :force and r.attempt_id = t.attempt
                  and r.word in ('UNDELIVERED', 'PERMANENT', 'COMPLAINT'))
            returning n.id
            """)
        .param("force", ForceBinding.current().value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("from", Step.TELL.from().name())
        .param("to", Step.TELL.to().name())
        .param("notices", columns.uuids(Before::notice))
        .param("attempts", columns.uuids(Before::taken))
        .query((row, number) -> row.getObject(1, UUID.class))
        .set();
  }

  /** Who must not be told at some hour was not told at that hour. */
  private boolean safe(Before same, Planned planned) {
    var begunAt = same.begunAt();
    return begunAt != null && holds.of(same.notice(), planned.plan(), begunAt).isEmpty();
  }
}
