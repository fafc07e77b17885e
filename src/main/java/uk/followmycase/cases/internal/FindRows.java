package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.desk.Search.By;
import uk.followmycase.tenancy.Stage;

/** Finds cases by keyed digests, and reads what a line of a result shows. */
@Repository
class FindRows {

  private static final String BY_REFERENCE =
      """
      select id from police.case_file
      where reference_digest = :digest and (cast(:before as uuid) is null or id < :before)
      """;

  private static final String BY_NAME =
      """
      select distinct case_id from police.case_person
      where name_digest = :digest and not gone and (cast(:before as uuid) is null or case_id < :before)
      order by case_id desc limit :most
      """;

  /** The marks of representatives stand under themselves. */
  private static final String BY_CONTACT =
      """
      select distinct marked.id from (
        select coalesce(p.case_id, m.case_id) as id from police.known_mark m
          left join police.case_person p on p.force_id = m.force_id and p.id = m.case_id
            and p.represents is not null and not p.gone
        where m.digest = :digest and m.kind = :kind and m.person_id is not null) marked
      where cast(:before as uuid) is null or marked.id < :before
      order by marked.id desc limit :most
      """;

  private static final String LINES =
      """
      select id, offence, stage, reported_on, words from police.case_file
      where id = any (:cases)
      """;

  private final JdbcClient jdbc;

  FindRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Some cases, the newest first.
   *
   * @param before the last one that was found until now; null at first
   */
  List<UUID> page(SearchTerm term, @Nullable UUID before, int most) {
    return jdbc.sql(sql(term.by()))
        .param("digest", term.digest())
        .param("kind", term.by().name())
        .param("before", before, Types.OTHER)
        .param("most", most)
        .query(FindRows::id)
        .list();
  }

  private static String sql(By by) {
    return switch (by) {
      case REFERENCE -> BY_REFERENCE;
      case NAME -> BY_NAME;
      case PHONE, EMAIL -> BY_CONTACT;
    };
  }

  List<Line> lines(Collection<UUID> cases) {
    return jdbc.sql(LINES)
        .param("cases", Columns.ids(cases))
        .query((row, number) -> line(row))
        .list();
  }

  private static UUID id(ResultSet row, int number) throws SQLException {
    return row.getObject(1, UUID.class);
  }

  private static Line line(ResultSet row) throws SQLException {
    var reported = row.getDate(4);
    return new Line(
        row.getObject(1, UUID.class),
        row.getString(2),
        Stage.valueOf(row.getString(3)),
        reported == null ? null : reported.toLocalDate(),
        row.getBytes(5));
  }

  /** A case as a result shows it, its words still sealed. */
  record Line(
      UUID id, @Nullable String offence, Stage stage, @Nullable LocalDate reported, byte[] words) {}
}
