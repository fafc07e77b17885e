package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Finds what ties somebody to cases, in the same query as the case. Shells are nobody's. */
@Repository
class TieRows {

  private static final String ONE =
      Ties.COLUMNS
          + Ties.CONFLICT
          + Ties.JOINED
          + "where c.handle = :handle and c.kind is not null";

  private static final String MANY =
      Ties.COLUMNS
          + Ties.CONFLICT
          + Ties.JOINED
          + "where c.id = any (:cases) and c.kind is not null order by c.id";

  private static final String WITH_PAGE =
      Ties.COLUMNS
          + Ties.CONFLICT
          + """
          , p.words, p.told_at, (select max(received_at) from police.feed)
          """
          + Ties.JOINED
          + """
            join police.case_page p on p.force_id = c.force_id and p.case_id = c.id
          where c.handle = :handle and c.kind is not null
          """;

  private static final String WORKS_ON =
      """
      select c.collar_number = :collar or exists (select from police.cover v
        where v.covered_by = :collar and v.collar_number = c.collar_number and v.ended_at is null
          and v.until_on >= :today and c.unit = any (v.units))
      from police.case_file c where c.id = :case and c.collar_number is not null
      """;

  private final JdbcClient jdbc;
  private final ForceKeys keys;
  private final Asking asking;

  TieRows(JdbcClient jdbc, ForceKeys keys, Asking asking) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.asking = asking;
  }

  Optional<Ties> find(StaffMember who, Handle file) {
    return jdbc.sql(ONE)
        .params(asking.as(who))
        .param("handle", file.value())
        .query((row, number) -> Ties.of(row))
        .optional();
  }

  List<Ties> find(StaffMember who, Collection<UUID> cases) {
    return jdbc.sql(MANY)
        .params(asking.as(who))
        .param("cases", Columns.ids(cases))
        .query((row, number) -> Ties.of(row))
        .list();
  }

  boolean worksOn(String collarNumber, UUID caseId) {
    return jdbc.sql(WORKS_ON)
        .param("collar", collarNumber)
        .param("today", asking.today())
        .param("case", caseId)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  Optional<Tied> withPage(StaffMember who, Handle file) {
    return jdbc.sql(WITH_PAGE)
        .params(asking.as(who))
        .param("handle", file.value())
        .query((row, number) -> tied(row))
        .optional();
  }

  private Tied tied(ResultSet row) throws SQLException {
    var ties = Ties.of(row);
    var key = keys.dataKey(ties.caseId(), ties.wrapped());
    return new Tied(
        ties,
        Words.open(key, ties.caseId(), row.getBytes(11), PageWords.PLACE, PageWords.class),
        Objects.requireNonNull(row.getTimestamp(12)).toInstant(),
        Ties.time(row.getTimestamp(13)));
  }

  /**
   * A page with what ties somebody to its case.
   *
   * @param heard when the force's feed was last heard
   */
  record Tied(Ties ties, PageWords words, Instant toldAt, @Nullable Instant heard) {}
}
