package uk.followmycase.cases.internal;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.CaseReference;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;

/** Cases that somebody may write on, opened. */
@Repository
class DeskFiles {

  private static final String FIND =
      """
      select c.words, p.words, c.outcome from police.case_file c
        join police.case_page p on p.force_id = c.force_id and p.case_id = c.id
      where c.id = :case
      """;

  private final JdbcClient jdbc;
  private final ForceKeys keys;

  DeskFiles(JdbcClient jdbc, ForceKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  File of(Ties ties) {
    UUID id = ties.caseId();
    var key = keys.dataKey(id, ties.wrapped());
    return jdbc.sql(FIND)
        .param("case", id)
        .query(
            (row, number) -> {
              var words =
                  Words.open(
                      key,
                      id,
                      Objects.requireNonNull(row.getBytes(1)),
                      Words.File.PLACE,
                      Words.File.class);
              var page = Words.open(key, id, row.getBytes(2), PageWords.PLACE, PageWords.class);
              return new File(
                  new CaseReference(words.reference(), words.normalised()),
                  key,
                  page,
                  row.getString(3));
            })
        .single();
  }

  /** A case with its words. */
  record File(CaseReference reference, DataKey key, PageWords page, @Nullable String outcome) {}
}
