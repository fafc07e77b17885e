package uk.followmycase.identity.internal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.Contact;
import uk.followmycase.identity.OneTimeCodes.Tried;
import uk.followmycase.tenancy.keys.Digests;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.tenancy.keys.PeopleKeys;

/** The table of codes, always within the caller's transaction. */
@Component
class CodeRows {

  /** Longer than a day's count is wanted in any zone. */
  private static final Duration KEPT = Duration.ofDays(2);

  private final JdbcClient jdbc;
  private final PeopleKeys keys;
  private final Clock clock;

  CodeRows(JdbcClient jdbc, PeopleKeys keys, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.clock = clock;
  }

  /** Takes hold of the row, so that two requests for a code are told apart; makes it if need be. */
  Counted counted(UUID about, Contact to, LocalDate today) {
    jdbc.sql(
            """
            insert into people.one_time_code (about, contact, id, expires_at, sent_on)
            values (:about, :contact, :id, :now, :today) on conflict do nothing""")
        .param("about", about)
        .param("contact", digest(to))
        .param("id", Handle.rowId())
        .param("now", now())
        .param("today", Date.valueOf(today))
        .update();
    return jdbc.sql(
            """
            select id, case when sent_on = :today then sent else 0 end as sent, sent_at
            from people.one_time_code where about = :about and contact = :contact for update""")
        .param("about", about)
        .param("contact", digest(to))
        .param("today", Date.valueOf(today))
        .query(CodeRows::counted)
        .single();
  }

  /** Puts a fresh code in the place of the last one; its id is new, so the older notice is void. */
  UUID renew(UUID about, Contact to, String code, LocalDate today, int sent) {
    var id = Handle.rowId();
    jdbc.sql(
            """
            update people.one_time_code
            set id = :id, digest = :digest, expires_at = :expires, tries = 0,
              sent_on = :today, sent = :sent, sent_at = :now
            where about = :about and contact = :contact""")
        .param("id", id)
        .param("digest", digest(id, code))
        .param("expires", Timestamp.from(clock.instant().plus(CodeRules.LIVES)))
        .param("today", Date.valueOf(today))
        .param("sent", sent)
        .param("now", now())
        .param("about", about)
        .param("contact", digest(to))
        .update();
    return id;
  }

  /** Counts first, compares after: the row stays locked, so tries at once are tries in a row. */
  Tried attempt(UUID about, Contact to, String code) {
    var tried =
        jdbc.sql(
                """
                update people.one_time_code set tries = tries + 1
                where about = :about and contact = :contact and digest is not null
                  and tries < :most and expires_at > :now
                returning id, digest, tries""")
            .param("about", about)
            .param("contact", digest(to))
            .param("most", CodeRules.TRIES)
            .param("now", now())
            .query((row, number) -> judged(row, code))
            .optional();
    tried.filter(judged -> judged.answer() != Tried.WRONG).ifPresent(judged -> spend(judged.id()));
    return tried.map(Judged::answer).orElse(Tried.DEAD);
  }

  /** Kills them; the rows stay, since they hold the day's count. */
  List<UUID> kill(Collection<UUID> abouts) {
    return jdbc.sql(
            """
            update people.one_time_code set digest = null
            where about = any(:abouts) and digest is not null returning id""")
        .param("abouts", abouts.toArray(UUID[]::new))
        .query(CodeRows::id)
        .list();
  }

  /** Which of these codes can still be used. */
  Set<UUID> alive(Collection<UUID> ids) {
    return jdbc.sql(
            """
            select id from people.one_time_code
            where id = any(:ids) and digest is not null and tries < :most and expires_at > :now""")
        .param("ids", ids.toArray(UUID[]::new))
        .param("most", CodeRules.TRIES)
        .param("now", now())
        .query(CodeRows::id)
        .set();
  }

  /** Sweeps out rows that hold neither a live code nor a count of these days. */
  int sweep() {
    return jdbc.sql("delete from people.one_time_code where expires_at < :before")
        .param("before", Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }

  private void spend(UUID id) {
    jdbc.sql("update people.one_time_code set digest = null where id = :id")
        .param("id", id)
        .update();
  }

  private Judged judged(ResultSet row, String code) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var right = Digests.same(row.getBytes("digest"), digest(id, CodeRules.typed(code)));
    var last = row.getInt("tries") >= CodeRules.TRIES;
    return new Judged(id, right ? Tried.RIGHT : last ? Tried.DEAD : Tried.WRONG);
  }

  private byte[] digest(UUID id, String code) {
    return keys.blind("one-time-code", id + "/" + code);
  }

  private byte[] digest(Contact contact) {
    return keys.blind("one-time-code-contact", contact.channel() + "/" + contact.value());
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static UUID id(ResultSet row, int number) throws SQLException {
    return row.getObject("id", UUID.class);
  }

  private static Counted counted(ResultSet row, int number) throws SQLException {
    var last = row.getTimestamp("sent_at");
    return new Counted(row.getInt("sent"), last == null ? null : last.toInstant());
  }

  /** How many codes went out today, and when the last did. */
  record Counted(int today, @Nullable Instant last) {}

  private record Judged(UUID id, Tried answer) {}
}
