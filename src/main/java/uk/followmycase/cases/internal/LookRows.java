package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
      insert into police.look (force_id, case_id, staff, at, bond, words, browsed_at)
      select police.bound_force(), seen.id, :staff, :now, :bond, :words, case when :browsed then cast(:now as timestamptz) end
      from unnest(:cases) as seen (id)
      on conflict (force_id, case_id, staff) do update
      set at = excluded.at, words = excluded.words,
        bond = case when excluded.bond = 'NONE' then look.bond else excluded.bond end,
        browsed_at = coalesce(excluded.browsed_at, look.browsed_at)
      """;

  private static final String IN_VAIN =
      """
      insert into police.search_term (force_id, staff, digest, at)
      values (police.bound_force(), :staff, :digest, :now)
      on conflict (force_id, staff, digest) do update set at = excluded.at
      """;

  private static final String BROWSED =
      """
      select (select count(*) from police.look where staff = :staff and browsed_at > :since)
        + (select count(*) from police.search_term where staff = :staff and at > :since)
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

  /**
   * Keeps looks.
   *
   * @param browsed whether each is one at a case that nobody gave them
   */
  void keep(StaffMember who, List<UUID> cases, Bond bond, boolean browsed) {
    jdbc.sql(KEEP)
        .param("staff", who.id().value())
        .param("browsed", browsed)
        .param("now", Timestamp.from(clock.instant()))
        .param("bond", bond.name())
        .param("words", names.seal(PLACE, who.id().value(), who))
        .param("cases", Columns.ids(cases.stream().sorted().toList()))
        .update();
  }

  /** Keeps that they looked for something, and were given nothing. */
  void inVain(StaffMember who, byte[] term) {
    jdbc.sql(IN_VAIN)
        .param("staff", who.id().value())
        .param("digest", term)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /**
   * Cases that nobody gave them and that they looked at, or tried to, within such a time; and what
   * they then looked for in vain.
   */
  int unallocated(StaffMember who, Duration within) {
    return jdbc.sql(BROWSED)
        .param("staff", who.id().value())
        .param("since", Timestamp.from(clock.instant().minus(within)))
        .query(Integer.class)
        .single();
  }

  /** The last case that nobody gave them and that they looked at, if it is known still. */
  Optional<UUID> lastBrowsed(StaffMember who) {
    return jdbc.sql(
            """
            select case_id from police.look
            where staff = :staff and browsed_at is not null order by browsed_at desc limit 1""")
        .param("staff", who.id().value())
        .query(UUID.class)
        .optional();
  }

  List<Reader> lately(UUID caseId) {
    return jdbc.sql(LATELY_AT)
        .param("case", caseId)
        .param("since", Timestamp.from(clock.instant().minus(LATELY)))
        .query((row, number) -> reader(row))
        .list();
  }

  /** Forgets looks and searches that are not of late; the trail keeps them. */
  int forget() {
    jdbc.sql("delete from police.search_term where at <= :since")
        .param("since", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
        .update();
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
