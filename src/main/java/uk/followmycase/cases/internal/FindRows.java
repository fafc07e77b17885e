package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.eligibility.CollisionRegister.Kind;
import uk.followmycase.tenancy.Stage;

/** Finds cases by keyed digests, and reads what a line of a result shows. */
@Repository
class FindRows {

  static final int MOST = 50;

  private static final String BY_REFERENCE =
      "select id from police.case_file where reference_digest = :digest";

  private static final String BY_NAME =
      """
      select distinct case_id from police.case_person
      where name_digest = :digest and not gone order by case_id limit :most
      """;

  private static final String BY_CONTACT =
      """
      select distinct case_id from police.known_mark
      where digest = :digest and kind = :kind and person_id is not null order by case_id limit :most
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

  List<UUID> byReference(byte[] digest) {
    return jdbc.sql(BY_REFERENCE).param("digest", digest).query(FindRows::id).list();
  }

  List<UUID> byName(byte[] digest) {
    return jdbc.sql(BY_NAME).param("digest", digest).param("most", MOST).query(FindRows::id).list();
  }

  List<UUID> byContact(Kind kind, byte[] digest) {
    return jdbc.sql(BY_CONTACT)
        .param("digest", digest)
        .param("kind", kind.name())
        .param("most", MOST)
        .query(FindRows::id)
        .list();
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
