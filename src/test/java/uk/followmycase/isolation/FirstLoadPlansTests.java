package uk.followmycase.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import followmycase.platform.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.followmycase.support.WholeProductTest;

/** A plan that was made while a table was empty is still the right one when it is full. */
@WholeProductTest
class FirstLoadPlansTests {

  private static final String DATABASE = TestDatabase.fresh();

  /** The very question by which PostgreSQL checks a foreign key. */
  private static final String CHECKS =
      """
      select format('explain (generic_plan) select 1 from only %s x where %s for key share of x', c.confrelid::regclass,
        (select string_agg(format('x.%I = $%s', a.attname, n), ' and ' order by n)
         from unnest(c.confkey) with ordinality k (attnum, n)
           join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.attnum))
      from pg_constraint c join pg_class t on t.oid = c.confrelid
      where c.contype = 'f' and c.conparentid = 0 and cardinality(c.confkey) > 1
        and t.relnamespace = 'police'::regnamespace
      """;

  private static final String WALLED =
      """
      select count(*) from pg_attribute a join pg_class c on c.oid = a.attrelid
      where a.attname = 'force_id' and c.relkind in ('r', 'p') and c.relnamespace = 'police'::regnamespace
      """;

  private static final String GATHERED =
      """
      select c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid
      where a.attname = 'force_id' and c.relkind in ('r', 'p') and c.relnamespace = 'police'::regnamespace
        and a.attstattarget is distinct from 0
      """;

  @Autowired JdbcClient jdbc;

  @Test
  void theProductReadsNoWholeTable() {
    assertThat(jdbc.sql("show enable_seqscan").query(String.class).single()).isEqualTo("off");
  }

  /** Else a force that joins later is taken to have one row, and any index to be the right one. */
  @Test
  void whatForcesATableHasIsNeverGathered() {
    assertThat(jdbc.sql(GATHERED).query(String.class).list()).isEmpty();
    assertThat(jdbc.sql(WALLED).query(Integer.class).single()).isGreaterThan(40);
  }

  @Test
  void aForeignKeyIsCheckedByItsOwnIndexFromTheStart() throws SQLException {
    var simply = TestDatabase.url(DATABASE, "postgres") + "&preferQueryMode=simple";
    try (var connection = DriverManager.getConnection(simply);
        var statement = connection.createStatement()) {
      statement.execute("set enable_seqscan = off");
      var checks = texts(statement, CHECKS);
      assertThat(checks).hasSizeGreaterThan(10);
      for (var check : checks) {
        assertThat(texts(statement, check))
            .as(check)
            .anyMatch(line -> line.contains("Index Cond: ((force_id = $1) AND"))
            .noneMatch(line -> line.contains("Filter"));
      }
    }
  }

  private static List<String> texts(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
