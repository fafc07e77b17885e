package uk.followmycase.eligibility.internal;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;
import uk.followmycase.eligibility.CollisionRegister.CaseMarks;
import uk.followmycase.eligibility.CollisionRegister.Kind;

/** Marks of a batch of cases as columns for {@code unnest}, each mark once. */
record MarkRows(List<UUID> cases, List<Row> rows) {

  static MarkRows of(Collection<CaseMarks> batch) {
    var cases = new LinkedHashSet<UUID>();
    Set<Row> rows = new LinkedHashSet<>();
    for (var marks : batch) {
      if (!cases.add(marks.caseId())) {
        throw new IllegalArgumentException("A case stands in a batch once");
      }
      marks.marks().forEach(m -> rows.add(Row.of(marks, m.personId(), m.kind(), m.digest())));
    }
    return new MarkRows(List.copyOf(cases), List.copyOf(rows));
  }

  Map<String, Object> parameters() {
    return Map.of(
        "touched", new SqlArrayValue("uuid", cases.toArray()),
        "cases", new SqlArrayValue("uuid", column(Row::caseId)),
        "people", new SqlArrayValue("uuid", column(Row::personId)),
        "kinds", new SqlArrayValue("text", column(row -> row.kind().name())),
        "digests", new SqlArrayValue("bytea", digests()),
        "lives", new SqlArrayValue("boolean", column(Row::live)));
  }

  /** SQL arrays hold nulls, though the method that fills them says otherwise. */
  @SuppressWarnings("NullAway")
  private Object[] column(Column column) {
    return rows.stream().map(column::of).toArray();
  }

  private byte[][] digests() {
    return rows.stream().map(row -> row.digest().array()).toArray(byte[][]::new);
  }

  @FunctionalInterface
  private interface Column {
    @Nullable Object of(Row row);
  }

  /** A buffer, not an array: equal digests are equal. */
  record Row(UUID caseId, @Nullable UUID personId, Kind kind, ByteBuffer digest, boolean live) {

    static Row of(CaseMarks marks, @Nullable UUID personId, Kind kind, byte[] digest) {
      return new Row(marks.caseId(), personId, kind, ByteBuffer.wrap(digest), marks.live());
    }
  }
}
