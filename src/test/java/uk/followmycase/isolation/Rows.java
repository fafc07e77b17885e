package uk.followmycase.isolation;

import followmycase.platform.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** All rows of all tables of the three zones, as somebody sees them who looks past every wall. */
public final class Rows implements AutoCloseable {

  private final SingleConnectionDataSource connection;
  private final JdbcClient jdbc;

  /** Of one database. */
  public Rows(String database) {
    this.connection = new SingleConnectionDataSource(TestDatabase.url(database, "postgres"), true);
    this.jdbc = JdbcClient.create(connection);
  }

  /** Tables by zone and name; partitions are told by their parents. */
  public List<String> tables() {
    return texts(
        """
        select c.oid::regclass::text from pg_class c
        where relkind in ('r', 'p') and not relispartition
          and relnamespace in ('police'::regnamespace, 'people'::regnamespace, 'plumbing'::regnamespace)
        order by 1
        """);
  }

  /** Those whose rows belong to a force. */
  List<String> tablesOfForces() {
    var withForce =
        texts("select attrelid::regclass::text from pg_attribute where attname = 'force_id'");
    return tables().stream().filter(withForce::contains).toList();
  }

  /** Every row as text. */
  String dump(String table) {
    return String.join("\n", texts("select t::text from " + table + " t"));
  }

  /** A digest of each table's rows; when a session was last used is no matter. */
  public Map<String, String> digests(List<String> tables, String where) {
    var digests = new TreeMap<String, String>();
    for (var table : tables) {
      var rows = "select (to_jsonb(t) - 'touched_at')::text r from %s t where %s";
      var digest = "select md5(coalesce(string_agg(r, '' order by r), '')) from (" + rows + ") s";
      digests.put(table, texts(digest.formatted(table, where)).getFirst());
    }
    return digests;
  }

  /** First column of each row. */
  public List<String> texts(String query) {
    return jdbc.sql(query).query((row, number) -> row.getString(1)).list().stream()
        .map(Objects::requireNonNull)
        .collect(Collectors.toList());
  }

  @Override
  public void close() {
    connection.destroy();
  }
}
