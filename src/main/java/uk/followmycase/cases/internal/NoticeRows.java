package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.desk.Notices.Notice;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Notices that wait. One of no unit is everybody's who reads notices at all. */
@Repository
class NoticeRows {

  private static final String GLASS =
      """
      select g.id, g.handle, g.case_id, g.at, g.words, k.wrapped, c.words, g.staff = :staff
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
      select id, handle, at, looks, words, staff = :staff from police.browsing
      where settled_at is null and (:all or units && :units or units = '{}')
      order by at, id limit 200
      """;

  private static final String SETTLE_GLASS =
      """
      update police.broken_glass g set settled_at = :now, settled_by = :staff
      from police.case_file c
      where c.force_id = g.force_id and c.id = g.case_id and g.handle = :handle
        and g.settled_at is null and g.staff <> :staff
        and (:all or c.unit = any (:units) or g.units && :units or (c.unit is null and g.units = '{}'))
      returning g.id
      """;

  private static final String SETTLE_BROWSING =
      """
      update police.browsing set settled_at = :now, settled_by = :staff
      where handle = :handle and settled_at is null and staff <> :staff
        and (:all or units && :units or units = '{}')
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

  List<Notice> glass(StaffMember who, boolean all) {
    return asked(GLASS, who, all).query((row, number) -> (Notice) glass(row)).list();
  }

  List<Notice> browsing(StaffMember who, boolean all) {
    return asked(BROWSING, who, all).query((row, number) -> (Notice) browsing(row)).list();
  }

  /** The broken glass that was settled, if it is one. */
  Optional<UUID> settleGlass(StaffMember who, Handle notice, boolean all) {
    return asked(SETTLE_GLASS, who, all)
        .param("handle", notice.value())
        .query((row, number) -> row.getObject(1, UUID.class))
        .optional();
  }

  boolean settleBrowsing(StaffMember who, Handle notice, boolean all) {
    return asked(SETTLE_BROWSING, who, all).param("handle", notice.value()).update() == 1;
  }

  private JdbcClient.StatementSpec asked(String sql, StaffMember who, boolean all) {
    return jdbc.sql(sql).params(asking.as(who)).param("all", all);
  }

  private Notice.Glass glass(ResultSet row) throws SQLException {
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
        row.getBoolean(8));
  }

  private Notice.Browsing browsing(ResultSet row) throws SQLException {
    var id = row.getObject(1, UUID.class);
    var by = names.open(Browsing.PLACE, id, row.getBytes(5));
    return new Notice.Browsing(
        new Handle(row.getObject(2, UUID.class)),
        Objects.requireNonNull(row.getTimestamp(3)).toInstant(),
        by.name(),
        by.collarNumber(),
        row.getInt(4),
        row.getBoolean(6));
  }
}
