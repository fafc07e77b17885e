package uk.followmycase.delivery.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/** A batch of rows as columns for {@code unnest}: one statement, whatever the size of the batch. */
record Columns<T>(Collection<? extends T> rows) {

  SqlArrayValue uuids(Function<? super T, @Nullable UUID> column) {
    return array("uuid", column);
  }

  SqlArrayValue texts(Function<? super T, @Nullable String> column) {
    return array("text", column);
  }

  SqlArrayValue bytes(Function<? super T, byte @Nullable []> column) {
    return new SqlArrayValue("bytea", rows.stream().map(column).toArray(byte[][]::new));
  }

  SqlArrayValue flags(Function<? super T, Boolean> column) {
    return array("boolean", column);
  }

  SqlArrayValue numbers(Function<? super T, ? extends @Nullable Number> column) {
    return array(
        "bigint",
        row -> {
          var number = column.apply(row);
          return number == null ? null : number.longValue();
        });
  }

  SqlArrayValue times(Function<? super T, @Nullable Instant> column) {
    return array(
        "timestamptz",
        row -> {
          var time = column.apply(row);
          return time == null ? null : time.atOffset(ZoneOffset.UTC);
        });
  }

  private SqlArrayValue array(String type, Function<? super T, ? extends @Nullable Object> column) {
    return new SqlArrayValue(type, rows.stream().<@Nullable Object>map(column).toArray());
  }
}
