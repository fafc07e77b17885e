package uk.followmycase.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Rows turned into columns for {@code unnest}: one statement with one text, however many rows.
 *
 * @param rows in the order in which they are written or locked
 */
record Columns<R>(Collection<R> rows) {

  SqlArrayValue uuids(Function<R, @Nullable UUID> column) {
    return new SqlArrayValue("uuid", values(column, UUID[]::new));
  }

  SqlArrayValue bytes(Function<R, byte @Nullable []> column) {
    return new SqlArrayValue("bytea", values(column, byte[][]::new));
  }

  SqlArrayValue texts(Function<R, @Nullable String> column) {
    return new SqlArrayValue("text", values(column, String[]::new));
  }

  SqlArrayValue times(Function<R, @Nullable Instant> column) {
    return new SqlArrayValue("timestamptz", values(column, Instant[]::new));
  }

  SqlArrayValue dates(Function<R, @Nullable LocalDate> column) {
    return new SqlArrayValue("date", values(column, LocalDate[]::new));
  }

  SqlArrayValue longs(Function<R, Long> column) {
    return new SqlArrayValue("bigint", values(column, Long[]::new));
  }

  SqlArrayValue numbers(Function<R, Integer> column) {
    return new SqlArrayValue("int", values(column, Integer[]::new));
  }

  SqlArrayValue flags(Function<R, Boolean> column) {
    return new SqlArrayValue("boolean", values(column, Boolean[]::new));
  }

  /** Ids of rows that are ids already. */
  static SqlArrayValue ids(Collection<UUID> ids) {
    return new Columns<>(ids).uuids(id -> id);
  }

  private <V extends @Nullable Object> Object[] values(
      Function<R, V> column, IntFunction<V[]> array) {
    return rows.stream().map(column).toArray(array);
  }
}
