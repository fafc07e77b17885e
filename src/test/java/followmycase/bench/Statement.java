package followmycase.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as PostgreSQL was asked to run it.
 *
 * @param sql with {@code $1} for its first value
 * @param values as text; null for NULL
 */
record Statement(String sql, List<@Nullable String> values) {

  boolean begins() {
    return sql.startsWith("BEGIN");
  }

  boolean ends() {
    return sql.equals("COMMIT") || sql.equals("ROLLBACK");
  }

  /** Only reads: what the server itself was told. */
  boolean readOnly() {
    return sql.contains("READ ONLY");
  }
}
