package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.audit.Colleague;
import uk.followmycase.cases.desk.Notices.Notice;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Notices that wait. One of no unit is everybody's who reads notices at all. */
@Repository
class NoticeRows {

  private static final String GLASS =
      """
      select g.id, g.handle, g.case_id, g.at, g.words, k.wrapped, c.words, g.staff
      from police.broken_glass g
        join police.case_file c on c.force_id = g.force_id and c.id = g.case_id
        join police.case_key k on k.force_id = g.force_id and k.case_id = g.case_id
      where g.settled_at is null
        and (:all or c.unit = any (:units) or g.units && :units or (c.unit is null and g.units = '{}'))
        and not (
      """
          + Ties.CONFLICT
          + """
          )
      order by g.at, g.id limit 200
      """;

  private static final String BROWSING =
      """
      select id, handle, at, looks, words, staff from police.browsing
      where settled_at is null and (:all or units && :units or units = '{}')
      order by at, id limit 200
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

  private static final String WAITING =
      """
      select (select count(*) from police.broken_glass g
          join police.case_file c on c.force_id = g.force_id and c.id = g.case_id
        where g.settled_at is null and g.staff <> :staff
          and (:all or c.unit = any (:units) or g.units && :units or (c.unit is null and g.units = '{}'))
          and not (
      """
          + Ties.CONFLICT
          + """
          ))
        + (select count(*) from police.browsing
        where settled_at is null and staff <> :staff and (:all or units && :units or units = '{}'))
      """;

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

  List<Broken> glass(StaffMember who, boolean all) {
    return asked(GLASS, who, all)
        .query((row, number) -> new Broken(row.getObject(3, UUID.class), glass(row, who)))
        .list();
  }

  /** A notice, and the case that it shows. */
  record Broken(UUID caseId, Notice notice) {}

  List<Notice> browsing(StaffMember who, boolean all) {
    return asked(BROWSING, who, all).query((row, number) -> (Notice) browsing(row, who)).list();
  }

  /** The broken glass with this handle that waits, held; and who broke it. */
  Optional<Found> holdGlass(StaffMember who, Handle notice, boolean all) {
    return asked(ONE_GLASS, who, all)
        .param("handle", notice.value())
        .query((row, number) -> new Found(row.getObject(1, UUID.class), breaker(row)))
        .optional();
  }

  /** The same for browsing. */
  Optional<Found> holdBrowsing(StaffMember who, Handle notice, boolean all) {
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

  /** How many wait that are about somebody else. */
  int waiting(StaffMember who, boolean all) {
    return asked(WAITING, who, all).query(Integer.class).single();
  }

  private Colleague breaker(ResultSet row) throws SQLException {
    var key = keys.dataKey(row.getObject(5, UUID.class), row.getBytes(3));
    var id = row.getObject(1, UUID.class);
    var said = Words.open(key, id, row.getBytes(2), Words.Glass.PLACE, Words.Glass.class);
    return colleague(row.getObject(4, UUID.class), said.by());
  }

  private Found browser(ResultSet row) throws SQLException {
    var id = row.getObject(1, UUID.class);
    var by = names.open(Browsing.PLACE, id, row.getBytes(2));
    return new Found(id, colleague(row.getObject(3, UUID.class), by));
  }

  private static Colleague colleague(UUID account, StaffName.Named by) {
    return new Colleague(account.toString(), by.collarNumber());
  }

  private JdbcClient.StatementSpec asked(String sql, StaffMember who, boolean all) {
    return jdbc.sql(sql).params(asking.as(who)).param("all", all);
  }

  private Notice.Glass glass(ResultSet row, StaffMember who) throws SQLException {
    var id = row.getObject(1, UUID.class);
    var caseId = row.getObject(3, UUID.class);
    var key = keys.dataKey(caseId, row.getBytes(6));
    var said = Words.open(key, id, row.getBytes(5), Words.Glass.PLACE, Words.Glass.class);
    var file = Words.open(key, caseId, row.getBytes(7), Words.File.PLACE, Words.File.class);
    return new Notice.Glass(
        new Handle(row.getObject(2, UUID.class)),
        Objects.requireNonNull(row.getTimestamp(4)).toInstant(),
        said.by().name(),
        said.by().collarNumber(),
        file.reference(),
        said.reason(),
        colleague(row.getObject(8, UUID.class), said.by()).isAlso(who.colleague()));
  }

  private Notice.Browsing browsing(ResultSet row, StaffMember who) throws SQLException {
    var id = row.getObject(1, UUID.class);
    var by = names.open(Browsing.PLACE, id, row.getBytes(5));
    return new Notice.Browsing(
        new Handle(row.getObject(2, UUID.class)),
        Objects.requireNonNull(row.getTimestamp(3)).toInstant(),
        by.name(),
        by.collarNumber(),
        row.getInt(4),
        colleague(row.getObject(6, UUID.class), by).isAlso(who.colleague()));
  }

  /** A notice, and whom it is about. */
  record Found(UUID id, Colleague by) {}
}
