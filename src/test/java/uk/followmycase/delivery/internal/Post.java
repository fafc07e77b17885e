package uk.followmycase.delivery.internal;

import followmycase.platform.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;

/** Queues notices, and looks past every wall at what became of them. */
final class Post {

  static final String PHONE = "+447700900321";
  static final UUID CASE = Handle.rowId();

  private final Notices notices;
  private final Forces forces;
  private final TransactionTemplate transactions;
  private final StandingClock clock;
  private final Lines lines;
  private final String database;
  private final JdbcClient superuser;

  Post(
      Notices notices,
      Forces forces,
      TransactionTemplate transactions,
      StandingClock clock,
      Lines lines,
      String database) {
    this.lines = lines;
    this.notices = notices;
    this.forces = forces;
    this.transactions = transactions;
    this.clock = clock;
    this.database = database;
    this.superuser =
        JdbcClient.create(
            new DriverManagerDataSource(TestDatabase.url(database, "postgres"), "postgres", ""));
  }

  void clear() {
    clock.reset();
    lines.forget();
    asSuperuser(
        "truncate police.delivery_receipt, police.delivery_budget, police.delivery_attempt, police.notice, police.contact_plan,"
            + " police.contact_point, police.safe_contact, police.safe_contact_history,"
            + " police.invitation_pace,"
            + " plumbing.plan_review, plumbing.switched_off, plumbing.let_go, plumbing.untold_stop, plumbing.outbox_head, plumbing.outbox_worker");
  }

  ForceId one() {
    return forces.all().get(0).id();
  }

  ForceId two() {
    return forces.all().get(1).id();
  }

  /** Who sends texts for a force. */
  String sender(ForceId force, boolean discreet) {
    return Senders.of(forces.of(force), Channel.TEXT, discreet).orElseThrow().sender();
  }

  Notice notice(Kind kind, Map<String, String> content) {
    return notice(kind, Channel.TEXT, content);
  }

  Notice notice(Kind kind, Channel channel, Map<String, String> content) {
    return notice(kind, channel, content, Duration.ofDays(1));
  }

  Notice notice(Kind kind, Channel channel, Map<String, String> content, Duration lives) {
    return new Notice(
        Handle.rowId(),
        kind,
        Handle.rowId(),
        new Recipient(CASE, Handle.rowId()),
        channel,
        clock.instant(),
        clock.instant().plus(lives),
        content);
  }

  Notice notice(Kind kind, String text) {
    return notice(kind, Map.of("to", PHONE, "text", text));
  }

  List<Notice> notices(Kind kind, String text, int count) {
    return IntStream.range(0, count).mapToObj(i -> notice(kind, text + " " + i)).toList();
  }

  Notice queued(ForceId force, Kind kind, String text) {
    var notice = notice(kind, text);
    queue(force, List.of(notice));
    return notice;
  }

  void queue(ForceId force, List<Notice> some) {
    in(
        force,
        () -> {
          notices.queue(some);
          return some;
        });
  }

  int recall(ForceId force, UUID... abouts) {
    return in(force, () -> notices.recall(List.of(abouts)));
  }

  /** In one transaction of this force. */
  <T> T in(ForceId force, Supplier<T> work) {
    return ForceBinding.call(force, () -> transactions.execute(status -> work.get()));
  }

  String state(Notice notice) {
    return look("select state from police.notice where id = ?", String.class, notice.id());
  }

  /** Outcomes of a notice's attempts from first to last, {@code dup} where marked. */
  List<String> attempts(Notice notice) {
    return superuser
        .sql(
            """
            select coalesce(outcome, 'OPEN') || case when possible_duplicate then ' dup' else '' end
            from police.delivery_attempt where notice_id = ? order by id
            """)
        .param(notice.id())
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** Whether so many notices reach this state before long; asked again and again, never waiting. */
  boolean eventually(String state, int count) {
    var until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (System.nanoTime() < until) {
      if (look("select count(*) from police.notice where state = ?", Integer.class, state)
          >= count) {
        return true;
      }
    }
    return false;
  }

  int heads() {
    return look("select count(*) from plumbing.outbox_head", Integer.class);
  }

  <T> T look(String sql, Class<T> type, Object... parameters) {
    return superuser.sql(sql).params(parameters).query(type).single();
  }

  List<String> list(String sql) {
    return superuser.sql(sql).query((row, number) -> row.getString(1)).list();
  }

  /** Ends every session of the application. */
  void cutConnections() {
    asSuperuser(
        """
        select pg_terminate_backend(pid) from pg_stat_activity
        where usename = 'portal_app' and datname = current_database()
        """);
  }

  /** Another's session, past every wall. */
  Connection connection() throws SQLException {
    return DriverManager.getConnection(TestDatabase.url(database, "postgres"), "postgres", "");
  }

  void asSuperuser(String sql) {
    TestDatabase.asSuperuser(database, sql);
  }
}
