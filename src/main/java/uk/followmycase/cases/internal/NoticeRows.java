package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.audit.Colleague;
import uk.followmycase.cases.desk.DeskCounts;
import uk.followmycase.cases.desk.Notices;
import uk.followmycase.cases.desk.Notices.Notice;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Notices that wait. One of no unit is everybody's who reads notices at all. */
@Repository
class NoticeRows {

  /** Beyond this nobody counts. */
  private static final int MOST = 10_000;

  /** Those that somebody may read, of glass with its case. */
  private static final String THEIRS =
      """
      with waiting as (
        select g.id, g.at, g.case_id, g.staff from police.broken_glass g
          join police.case_file c on c.force_id = g.force_id and c.id = g.case_id
        where g.settled_at is null
          and (:all or c.unit = any (:units) or g.units && :units or (c.unit is null and g.units = '{}'))
          and not (
      """
          + Ties.CONFLICT
          + """
          )
        union all
        select id, at, null, staff from police.browsing
        where settled_at is null and (:all or units && :units or units = '{}'))
      """;

  static final String PAGE =
      THEIRS
          + """
          select counted.total, w.id, coalesce(g.handle, b.handle), w.at, w.staff, w.case_id, k.wrapped, c.words,
            coalesce(g.words, b.words), b.looks
          from (select count(*) as total from (select from waiting limit :counted) c) counted
            left join (select * from waiting order by at desc, id desc limit :most offset :from) w on true
            left join police.broken_glass g on g.force_id = police.bound_force() and g.id = w.id
            left join police.browsing b on b.force_id = police.bound_force() and b.id = w.id
            left join police.case_file c on c.force_id = police.bound_force() and c.id = w.case_id
            left join police.case_key k on k.force_id = police.bound_force() and k.case_id = w.case_id
          order by w.at desc, w.id desc
          """;

  private static final String ONE_GLASS =
      """
      select g.id, g.words, k.wrapped, g.staff, g.case_id from police.broken_glass g
        join police.case_file c on c.force_id = g.force_id and c.id = g.case_id
        join police.case_key k on k.force_id = g.force_id and k.case_id = g.case_id
      where g.handle = :handle and g.settled_at is null
        and (:all or c.unit = any (:units) or g.units && :units or (c.unit is null and g.units = '{}'))
        and not (
      """
          + Ties.CONFLICT
          + """
          )
      for no key update of g
      """;

  private static final String ONE_BROWSING =
      """
      select id, words, staff from police.browsing
      where handle = :handle and settled_at is null and (:all or units && :units or units = '{}')
      for no key update
      """;

  static final String OTHERS =
      THEIRS
          + " select count(*) from (select from waiting where staff <> :staff limit :many) others";

  private final JdbcClient jdbc;
  private final ForceKeys keys;
  private final StaffName names;
  private final Asking asking;

  NoticeRows(JdbcClient jdbc, ForceKeys keys, StaffName names, Asking asking) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.names = names;
    this.asking = asking;
  }

  /** Some of them, the newest first, and how many there are. */
  Found page(StaffMember who, boolean all, int number) {
    return Found.of(
        asked(PAGE, who, all)
            .param("counted", MOST)
            .param("most", Notices.PAGE)
            .param("from", (long) Notices.PAGE * (number - 1))
            .query(
                (row, n) -> new Row(row.getInt(1), row.getObject(6, UUID.class), notice(row, who)))
            .list());
  }

  /** The broken glass with this handle that waits, held; and who broke it. */
  Optional<Held> holdGlass(StaffMember who, Handle notice, boolean all) {
    return asked(ONE_GLASS, who, all)
        .param("handle", notice.value())
        .query((row, number) -> new Held(row.getObject(1, UUID.class), breaker(row)))
        .optional();
  }

  /** The same for browsing. */
  Optional<Held> holdBrowsing(StaffMember who, Handle notice, boolean all) {
    return asked(ONE_BROWSING, who, all)
        .param("handle", notice.value())
        .query((row, number) -> browser(row))
        .optional();
  }

  void settleGlass(StaffMember who, UUID id) {
    settle(
        "update police.broken_glass set settled_at = :now, settled_by = :staff where id = :id",
        who,
        id);
  }

  void settleBrowsing(StaffMember who, UUID id) {
    settle(
        "update police.browsing set settled_at = :now, settled_by = :staff where id = :id",
        who,
        id);
  }

  private void settle(String sql, StaffMember who, UUID id) {
    jdbc.sql(sql).params(asking.as(who)).param("id", id).update();
  }

  /** How many wait that are about somebody else, {@link DeskCounts#MANY} for as many or more. */
  int others(StaffMember who, boolean all) {
    return asked(OTHERS, who, all).param("many", DeskCounts.MANY).query(Integer.class).single();
  }

  private Colleague breaker(ResultSet row) throws SQLException {
    var key = keys.dataKey(row.getObject(5, UUID.class), row.getBytes(3));
    var id = row.getObject(1, UUID.class);
    var said = Words.open(key, id, row.getBytes(2), Words.Glass.PLACE, Words.Glass.class);
    return colleague(row.getObject(4, UUID.class), said.by());
  }

  private Held browser(ResultSet row) throws SQLException {
    var id = row.getObject(1, UUID.class);
    var by = names.open(Browsing.PLACE, id, row.getBytes(2));
    return new Held(id, colleague(row.getObject(3, UUID.class), by));
  }

  private static Colleague colleague(UUID account, StaffName.Named by) {
    return new Colleague(account.toString(), by.collarNumber());
  }

  private JdbcClient.StatementSpec asked(String sql, StaffMember who, boolean all) {
    return jdbc.sql(sql).params(asking.as(who)).param("all", all);
  }

  /** Nothing where there is none: the number comes all the same. */
  private @Nullable Notice notice(ResultSet row, StaffMember who) throws SQLException {
    if (row.getObject(2, UUID.class) == null) {
      return null;
    }
    return row.getObject(6, UUID.class) == null ? browsing(row, who) : glass(row, who);
  }

  private Notice glass(ResultSet row, StaffMember who) throws SQLException {
    var caseId = row.getObject(6, UUID.class);
    var key = keys.dataKey(caseId, row.getBytes(7));
    var said = Words.open(key, id(row), row.getBytes(9), Words.Glass.PLACE, Words.Glass.class);
    return new Notice.Glass(
        handle(row),
        at(row),
        said.by().name(),
        said.by().collarNumber(),
        ShownTasks.reference(caseId, row.getBytes(8), key),
        said.reason(),
        own(row, said.by(), who));
  }

  private Notice browsing(ResultSet row, StaffMember who) throws SQLException {
    var by = names.open(Browsing.PLACE, id(row), row.getBytes(9));
    return new Notice.Browsing(
        handle(row), at(row), by.name(), by.collarNumber(), row.getInt(10), own(row, by, who));
  }

  private static UUID id(ResultSet row) throws SQLException {
    return row.getObject(2, UUID.class);
  }

  private static Handle handle(ResultSet row) throws SQLException {
    return new Handle(row.getObject(3, UUID.class));
  }

  private static Instant at(ResultSet row) throws SQLException {
    return Objects.requireNonNull(row.getTimestamp(4)).toInstant();
  }

  private static boolean own(ResultSet row, StaffName.Named by, StaffMember who)
      throws SQLException {
    return colleague(row.getObject(5, UUID.class), by).isAlso(who.colleague());
  }

  private record Row(int total, @Nullable UUID caseId, @Nullable Notice notice) {}

  /** Some notices, the cases that they show, and how many there are at all. */
  record Found(List<Notice> notices, List<UUID> cases, int total) {

    private static Found of(List<Row> rows) {
      return new Found(
          rows.stream().flatMap(row -> Stream.ofNullable(row.notice)).toList(),
          rows.stream().flatMap(row -> Stream.ofNullable(row.caseId)).toList(),
          rows.getFirst().total);
    }
  }

  /** A notice, and whom it is about. */
  record Held(UUID id, Colleague by) {}
}
