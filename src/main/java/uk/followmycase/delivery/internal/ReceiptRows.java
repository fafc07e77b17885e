package uk.followmycase.delivery.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.Receipts.Receipt;
import uk.followmycase.delivery.Receipts.Word;
import uk.followmycase.tenancy.ForceBinding;

/** Rows of {@code police.delivery_receipt}. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReceiptRows {

  private final JdbcClient jdbc;
  private final Clock clock;

  ReceiptRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A word that was not heard before, and what it is about.
   *
   * @param channel of the attempt; what is still to be sent may go another way by now
   * @param ended whether it is not going to be sent again by itself
   * @param again whether it was already sent once before, to the same person for the same deadline
   */
  record Heard(
      Word word,
      UUID about,
      Kind kind,
      Channel channel,
      @Nullable Recipient recipient,
      byte @Nullable [] contact,
      Instant deadline,
      boolean ended,
      boolean again) {}

  /**
   * Answers, for each notice that an attempt told of, with what says something new of it as a
   * whole: it arrived with the last of its parts, and whatever else is said of one part is said of
   * all.
   */
  List<Heard> add(Collection<Receipt> receipts) {
    var columns = new Columns<>(receipts);
    lock(columns);
    return jdbc.sql(
            """
            with put as (
              insert into police.delivery_receipt (force_id, attempt_id, part, word, said_at, heard_at)
              select a.force_id, a.id, t.part, t.word, min(t.said_at), :now
              from unnest(:attempts, :parts, :words, :times) t (attempt, part, word, said_at)
              join police.delivery_attempt a on a.force_id = :force and a.id = t.attempt
                and t.part < a.parts
              group by a.force_id, a.id, t.part, t.word
              on conflict do nothing returning attempt_id, word),
            fresh as (select attempt_id, word, count(*) as parts from put group by attempt_id, word)
            select f.word, n.about, n.kind, a.channel, n.case_id, n.person_id, a.contact_digest,
              n.expires_at, n.state <> 'WAITING' as ended,
              exists (select from police.notice o where o.force_id = :force and o.about = n.about
                and o.kind = n.kind and o.expires_at = n.expires_at and o.id < n.id) as again
            from fresh f
            join police.delivery_attempt a on a.force_id = :force and a.id = f.attempt_id
            cross join lateral (
              select * from police.notice where force_id = :force and id = a.notice_id
              union all
              select * from police.notice where force_id = :force and told_by = a.id) n
            cross join lateral (
              select count(*) as parts from police.delivery_receipt r
              where r.force_id = :force and r.attempt_id = a.id and r.word = f.word) before
            where case f.word when 'DELIVERED' then f.parts + before.parts = a.parts
              else before.parts = 0 end
            """)
        .param("force", ForceBinding.current().value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("attempts", columns.uuids(Receipt::attempt))
        .param("parts", columns.numbers(Receipt::part))
        .param("words", columns.texts(receipt -> receipt.word().name()))
        .param("times", columns.times(Receipt::saidAt))
        .query(ReceiptRows::heard)
        .list();
  }

  /** Whoever brings the other part's word at the same moment waits, and then knows of this one. */
  private void lock(Columns<Receipt> receipts) {
    jdbc.sql(
            """
            select id from police.delivery_attempt
            where force_id = :force and id = any(:attempts) order by id for no key update
            """)
        .param("force", ForceBinding.current().value())
        .param("attempts", receipts.uuids(Receipt::attempt))
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  private static Heard heard(ResultSet row, int number) throws SQLException {
    var person = row.getObject("person_id", UUID.class);
    return new Heard(
        Word.valueOf(row.getString("word")),
        row.getObject("about", UUID.class),
        Kind.valueOf(row.getString("kind")),
        Channel.valueOf(row.getString("channel")),
        person == null ? null : new Recipient(row.getObject("case_id", UUID.class), person),
        row.getBytes("contact_digest"),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("ended"),
        row.getBoolean("again"));
  }
}
