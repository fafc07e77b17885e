package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.desk.Worklist;
import uk.followmycase.cases.desk.Worklist.Of;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.Stage;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Open cases by who works on them, longest without an update first: one indexed query a page. */
@Repository
class WorkRows {

  private static final String OFFICERS =
      """
      with mine as (
        select c.id, c.made_at from police.case_file c
        where c.stage <> 'CLOSED' and c.collar_number = any (array(
            select :collar::text union all
            select v.collar_number from police.cover v
            where v.covered_by = :collar and v.ended_at is null and v.until_on >= :today))
          and (c.collar_number = :collar or exists (select from police.cover v
            where v.covered_by = :collar and v.collar_number = c.collar_number and v.ended_at is null
              and v.until_on >= :today and c.unit = any (v.units)))
      """;

  private static final String UNITS =
      """
      with mine as (
        select c.id, c.made_at from police.case_file c
        where c.stage <> 'CLOSED' and c.unit = any (:units)
      """;

  private static final String HELD =
      """
      with mine as (
        select c.id, c.made_at from police.case_file c
        where c.stage <> 'CLOSED' and c.id in (select v.case_id from police.verdict v where v.standing = 'NEEDS_PERSON')
      """;

  private static final String BY_DUE =
      """
          and not
      """
          + Ties.NAMED
          + "and not"
          + Ties.MARKED
          + """
      ), page as (
        select mine.id, p.last_at, count(*) over () as total, coalesce(p.last_at, mine.made_at) as since
        from mine join police.case_page p on p.case_id = mine.id
        where p.force_id = police.bound_force()
        order by since, mine.id limit :most offset :from
      )
      select c.id, c.handle, c.offence, c.stage, c.collar_number, c.words, k.wrapped, page.last_at, page.since, page.total
      from page
        join police.case_file c on c.id = page.id
        join police.case_key k on k.force_id = c.force_id and k.case_id = c.id
      where c.force_id = police.bound_force()
      order by page.since, c.id
      """;

  private final JdbcClient jdbc;
  private final ForceKeys keys;
  private final Asking asking;

  WorkRows(JdbcClient jdbc, ForceKeys keys, Asking asking) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.asking = asking;
  }

  List<Row> page(StaffMember who, Of of, int number) {
    return jdbc.sql(sql(of))
        .params(asking.as(who))
        .param("most", Worklist.PAGE)
        .param("from", (number - 1) * Worklist.PAGE)
        .query((row, n) -> row(row))
        .list();
  }

  static String sql(Of of) {
    return switch (of) {
      case OFFICER -> OFFICERS + BY_DUE;
      case UNITS -> UNITS + BY_DUE;
      case HELD -> HELD + BY_DUE;
    };
  }

  static Map<UUID, DataKey> keys(List<Row> rows) {
    var keys = new HashMap<UUID, DataKey>();
    rows.forEach(row -> keys.put(row.id, row.key));
    return keys;
  }

  private Row row(ResultSet row) throws SQLException {
    var id = row.getObject(1, UUID.class);
    var key = keys.dataKey(id, row.getBytes(7));
    return new Row(
        id,
        new Handle(row.getObject(2, UUID.class)),
        row.getString(3),
        Stage.valueOf(row.getString(4)),
        row.getString(5),
        Words.open(key, id, row.getBytes(6), Words.File.PLACE, Words.File.class),
        key,
        Ties.time(row.getTimestamp(8)),
        Objects.requireNonNull(row.getTimestamp(9)).toInstant(),
        row.getInt(10));
  }

  /**
   * An open case.
   *
   * @param updatedAt its newest update; null when there is none
   * @param since that, or when it came
   * @param total of cases on all pages
   */
  record Row(
      UUID id,
      Handle handle,
      @Nullable String offence,
      Stage stage,
      @Nullable String officer,
      Words.File words,
      DataKey key,
      @Nullable Instant updatedAt,
      Instant since,
      int total) {

    @Nullable String offenceClass() {
      return offence == null ? null : offence.substring(0, 3);
    }
  }
}
