package uk.followmycase.audit.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.tenancy.keys.Handle;

/** Entries turned into one array a column, as {@code unnest} takes them. */
final class Columns {

  private final List<AuditEntry> entries;
  private final List<UUID> ids;
  private final List<Line> lines = new ArrayList<>();

  Columns(Collection<AuditEntry> entries) {
    this.entries = List.copyOf(entries);
    ids = this.entries.stream().map(entry -> Handle.rowId()).toList();
    for (var i = 0; i < ids.size(); i++) {
      var subjects = this.entries.get(i).subjects();
      for (var n = 0; n < subjects.size(); n++) {
        lines.add(
            new Line(
                ids.get(i),
                n,
                subjects.get(n),
                Accounts.id(this.entries.get(i).actor()).orElse(null)));
      }
    }
  }

  Map<String, Object> values() {
    var values = new HashMap<String, Object>();
    values.put("ids", texts(ids, id -> id));
    values.put("actorKinds", texts(entries, entry -> entry.actor().kind()));
    values.put("actorIds", texts(entries, entry -> entry.actor().id()));
    values.put("actions", texts(entries, AuditEntry::action));
    values.put("categories", texts(entries, entry -> entry.action().category()));
    values.put("recipients", texts(entries, AuditEntry::recipient));
    values.put("details", texts(entries, AuditEntry::detail));
    values.put("entries", texts(lines, Line::entry));
    values.put("numbers", texts(lines, Line::n));
    values.put("cases", texts(lines, line -> line.subject().caseId()));
    values.put("acting", texts(lines, Line::acting));
    values.put("people", texts(lines, line -> line.subject().personId()));
    return values;
  }

  private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> column) {
    return rows.stream()
        .map(row -> column.apply(row) instanceof Object value ? value.toString() : null)
        .toArray(String[]::new);
  }

  private record Line(UUID entry, int n, AuditEntry.Subject subject, @Nullable String acting) {}
}
