package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.cases.desk.CaseSight.Reader;
import uk.followmycase.identity.StaffMember;

/** The last look of each member of staff at each case. */
@Repository
class LookRows {

  static final String PLACE = "police.look";

  private static final Duration LATELY = Duration.ofDays(30);

  private static final String KEEP =
      """
      insert into police.look (force_id, case_id, staff, at, bond, words)
      select police.bound_force(), seen.id, :staff, :now, :bond, :words from unnest(:cases) as seen (id)
      on conflict (force_id, case_id, staff) do update
      set at = excluded.at, bond = excluded.bond, words = excluded.words
      """;

  private static final String LATELY_AT =
      """
      select staff, at, bond, words from police.look
      where case_id = :case and at > :since
      order by at desc limit 20
      """;

  private final JdbcClient jdbc;
  private final StaffName names;
  private final Clock clock;

  LookRows(JdbcClient jdbc, StaffName names, Clock clock) {
    this.jdbc = jdbc;
    this.names = names;
    this.clock = clock;
  }

  void keep(StaffMember who, List<UUID> cases, Bond bond) {
    jdbc.sql(KEEP)
        .param("staff", who.id().value())
        .param("now", Timestamp.from(clock.instant()))
        .param("bond", bond.name())
        .param("words", names.seal(PLACE, who.id().value(), who))
        .param("cases", Columns.ids(cases.stream().sorted().toList()))
        .update();
  }

  /** Cases that nobody gave them and that they looked at, or tried to, within such a time. */
  int unallocated(StaffMember who, Duration within) {
    return jdbc.sql(
            """
            select count(*) from police.look
            where staff = :staff and at > :since and bond in ('CALLER', 'BROKEN_GLASS', 'NONE')""")
        .param("staff", who.id().value())
        .param("since", Timestamp.from(clock.instant().minus(within)))
        .query(Integer.class)
        .single();
  }

  List<Reader> lately(UUID caseId) {
    return jdbc.sql(LATELY_AT)
        .param("case", caseId)
        .param("since", Timestamp.from(clock.instant().minus(LATELY)))
        .query((row, number) -> reader(row))
        .list();
  }

  /** Forgets looks that are not of late; the trail keeps them. */
  int forget() {
    return jdbc.sql("delete from police.look where at <= :since")
        .param("since", Timestamp.from(clock.instant().minus(LATELY)))
        .update();
  }

  private Reader reader(ResultSet row) throws SQLException {
    var by = names.open(PLACE, row.getObject(1, UUID.class), row.getBytes(4));
    return new Reader(
        Objects.requireNonNull(row.getTimestamp(2)).toInstant(),
        by.name(),
        by.collarNumber(),
        Bond.valueOf(row.getString(3)));
  }
}
