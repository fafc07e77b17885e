package uk.followmycase.delivery.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.Notices.Waiting;
import uk.followmycase.tenancy.ForceBinding;

/** Rows of {@code police.notice}, always of the bound force. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NoticeRows {

  private final JdbcClient jdbc;
  private final Words words;
  private final Clock clock;

  NoticeRows(JdbcClient jdbc, Words words, Clock clock) {
    this.jdbc = jdbc;
    this.words = words;
    this.clock = clock;
  }

  void add(Collection<Queued> queued, int revision) {
    var columns = new Columns<>(queued);
    jdbc.sql(
            """
            insert into police.notice (force_id, state, revision, queued_at,
              id, kind, about, case_id, person_id, channel, due_at, expires_at, held, held_until, sealed)
            select :force, 'WAITING', :revision, :now, *
            from unnest(:ids, :kinds, :abouts, :cases, :people, :channels, :dues, :expiries, :whys,
              :untils, :seals)
            """)
        .param("force", ForceBinding.current().value())
        .param("revision", revision)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("ids", columns.uuids(it -> it.notice().id()))
        .param("kinds", columns.texts(it -> it.notice().kind().name()))
        .param("abouts", columns.uuids(it -> it.notice().about()))
        .param("cases", columns.uuids(it -> recipient(it, Recipient::caseId)))
        .param("people", columns.uuids(it -> recipient(it, Recipient::personId)))
        .param("channels", columns.texts(it -> it.notice().channel().name()))
        .param("dues", columns.times(it -> it.notice().dueAt()))
        .param("expiries", columns.times(it -> it.notice().expiresAt()))
        .param("whys", columns.texts(it -> it.hold() == null ? null : it.hold().why().name()))
        .param("untils", columns.times(it -> it.hold() == null ? null : it.hold().until()))
        .param("seals", columns.bytes(it -> sealed(it.notice())))
        .update();
  }

  private byte[] sealed(Notice notice) {
    return words.sealContent(notice.id(), notice.content());
  }

  private static @Nullable UUID recipient(Queued queued, Function<Recipient, UUID> part) {
    var recipient = queued.notice().recipient();
    return recipient == null ? null : part.apply(recipient);
  }

  /** About which of these things a notice of this kind waits already. */
  Set<UUID> waitingAbout(Kind kind, Collection<UUID> abouts) {
    return jdbc.sql(
            """
            select about from police.notice
            where force_id = :force and about = any(:abouts) and kind = :kind and state = 'WAITING'
            """)
        .param("force", ForceBinding.current().value())
        .param("abouts", new Columns<>(abouts).uuids(about -> about))
        .param("kind", kind.name())
        .query((row, number) -> row.getObject(1, UUID.class))
        .set();
  }

  /** What has not left yet, by person. */
  Map<UUID, List<Waiting>> waiting(Collection<UUID> people) {
    return jdbc
        .sql(
            """
            select person_id, kind, channel, queued_at, held, held_until from police.notice
            where force_id = :force and person_id = any(:people) and ended_at is null
            order by queued_at, id
            """)
        .param("force", ForceBinding.current().value())
        .param("people", new Columns<>(people).uuids(id -> id))
        .query((row, number) -> Map.entry(row.getObject(1, UUID.class), Queued.waiting(row)))
        .list()
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  /**
   * Locks the notices of these leases. Whatever another worker has taken over is not among them.
   */
  List<LeasedNotice> lock(Collection<Lease> leases) {
    Map<UUID, Lease> byNotice =
        leases.stream().collect(Collectors.toMap(Lease::notice, lease -> lease));
    var columns = new Columns<>(leases);
    return jdbc.sql(
            """
            select n.*, tried.doubtful, tried.unanswered, tried.arrived, tried.throttled,
              case when tried.doubtful is not null then exists (
                select from police.notice o where o.force_id = :force and o.about = n.about
                  and o.kind = n.kind and o.id > n.id and o.state in ('WAITING', 'SENDING')) end as followed,
              tried.last_contact
            from unnest(:ids, :tokens) l (id, token)
            join plumbing.outbox_head h
              on h.force_id = :force and h.notice_id = l.id and h.token = l.token
            join police.notice n on n.force_id = :force and n.id = l.id
            left join lateral (
              select bool_or(a.outcome = 'UNKNOWN') as doubtful, count(*) filter (where a.fault = 'throttled') as throttled,
                bool_or(a.outcome = 'UNKNOWN' and a.fault not in ('worker-lost', 'stopped', 'worker-broke'))
                  as unanswered,
                bool_or(a.parts <= (select count(*) from police.delivery_receipt r
                  where r.force_id = a.force_id and r.attempt_id = a.id and r.word = 'DELIVERED')) as arrived,
                (array_agg(a.contact_digest order by a.id desc))[1] as last_contact
              from police.delivery_attempt a
              where a.force_id = :force and a.notice_id = l.id) tried on true
            order by n.id for update of h, n
            """)
        .param("force", ForceBinding.current().value())
        .param("ids", columns.uuids(Lease::notice))
        .param("tokens", columns.numbers(Lease::token))
        .query(
            (row, number) ->
                LeasedNotice.of(
                    row, Objects.requireNonNull(byNotice.get(row.getObject("id", UUID.class)))))
        .list();
  }

  /** Of these all is said again, whatever was taken. */
  void sayWhole(Collection<UUID> notices) {
    if (!notices.isEmpty()) {
      jdbc.sql("update police.notice set parts = 0 where force_id = :force and id = any(:ids)")
          .param("force", ForceBinding.current().value())
          .param("ids", new Columns<>(notices).uuids(id -> id))
          .update();
    }
  }

  /** Writes down how many more parts of these were taken, so that they are not said again. */
  void taken(Collection<Outcome> partly) {
    if (partly.isEmpty()) {
      return;
    }
    var columns = new Columns<>(partly);
    jdbc.sql(
            """
            update police.notice n set parts = n.parts + t.taken
            from unnest(:ids, :takens) t (id, taken) where n.force_id = :force and n.id = t.id
            """)
        .param("force", ForceBinding.current().value())
        .param("ids", columns.uuids(outcome -> outcome.parcel().lease().notice()))
        .param("takens", columns.numbers(outcome -> outcome.handover().taken()))
        .update();
  }

  /** One step of one notice. */
  record Move(UUID notice, Step step) {}

  /** Takes one step each. The words of what ends are erased. */
  void move(Collection<Move> moves) {
    if (moves.isEmpty()) {
      return;
    }
    var now = clock.instant();
    var columns = new Columns<>(moves);
    var moved =
        jdbc.sql(
                """
                update police.notice n set state = m.to_state, ended_at = m.ended,
                  held = null, held_until = null,
                  sealed = case when m.ended is null then n.sealed end
                from unnest(:ids, :froms, :tos, :ends) m (id, from_state, to_state, ended)
                where n.force_id = :force and n.id = m.id and n.state = m.from_state
                """)
            .param("force", ForceBinding.current().value())
            .param("ids", columns.uuids(Move::notice))
            .param("froms", columns.texts(move -> move.step().from().name()))
            .param("tos", columns.texts(move -> move.step().to().name()))
            .param("ends", columns.times(move -> end(move, now)))
            .update();
    if (moved != moves.size()) {
      throw new IllegalStateException("A notice did not stand where its step begins");
    }
  }

  private static @Nullable Instant end(Move move, Instant now) {
    return move.step().to().ended() ? now : null;
  }
}
