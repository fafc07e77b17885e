package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Notices.Recipient;
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

  void add(Collection<Notice> notices, int revision) {
    var columns = new Columns<>(notices);
    jdbc.sql(
            """
            insert into police.notice (force_id, state, revision, queued_at,
              id, kind, about, case_id, person_id, channel, due_at, expires_at, sealed)
            select :force, 'WAITING', :revision, :now, *
            from unnest(:ids, :kinds, :abouts, :cases, :people, :channels, :dues, :expiries, :seals)
            """)
        .param("force", ForceBinding.current().value())
        .param("revision", revision)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("ids", columns.uuids(Notice::id))
        .param("kinds", columns.texts(notice -> notice.kind().name()))
        .param("abouts", columns.uuids(Notice::about))
        .param("cases", columns.uuids(notice -> recipient(notice, Recipient::caseId)))
        .param("people", columns.uuids(notice -> recipient(notice, Recipient::personId)))
        .param("channels", columns.texts(notice -> notice.channel().name()))
        .param("dues", columns.times(Notice::dueAt))
        .param("expiries", columns.times(Notice::expiresAt))
        .param("seals", columns.bytes(n -> words.sealContent(n.id(), n.content())))
        .update();
  }

  private static @Nullable UUID recipient(Notice notice, Function<Recipient, UUID> part) {
    return notice.recipient() == null ? null : part.apply(notice.recipient());
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
            select n.*, exists (select from police.delivery_attempt a where a.force_id = n.force_id
              and a.notice_id = n.id and a.outcome = 'UNKNOWN') as doubtful
            from unnest(:ids, :tokens) l (id, token)
            join plumbing.outbox_head h
              on h.force_id = :force and h.notice_id = l.id and h.token = l.token
            join police.notice n on n.force_id = :force and n.id = l.id
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
