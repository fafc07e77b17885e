package uk.followmycase.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.internal.TimelineRows.Place;
import uk.followmycase.cases.internal.TimelineRows.Row;

/** Writes what is new and what is withdrawn of timelines, and sees that pages follow. */
@Component
class WritingTimelines {

  private final TimelineRows rows;

  WritingTimelines(TimelineRows rows) {
    this.rows = rows;
  }

  /** Returns the cases with their pages as they then stand. */
  List<OpenCase> write(List<OpenCase> cases) {
    var changes = new ArrayList<Row>();
    cases.forEach(open -> addTo(changes, open));
    if (!changes.isEmpty()) {
      rows.write(changes);
    }
    return cases.stream().map(this::whole).toList();
  }

  private static void addTo(List<Row> changes, OpenCase open) {
    open.folded().added().stream()
        .map(update -> Row.entry(place(open, update.id()), update, open.key()))
        .forEach(changes::add);
    open.folded().withdrawn().stream()
        .map(id -> Row.tombstone(place(open, id)))
        .forEach(changes::add);
  }

  private OpenCase whole(OpenCase open) {
    if (!open.page().lacksOlder()) {
      return open;
    }
    var timeline = rows.live(open.id(), open.key()).stream().map(CaseWords::entry).toList();
    return open.with(open.page().anew(timeline));
  }

  private static Place place(OpenCase open, String updateId) {
    return new Place(open.id(), Objects.requireNonNull(open.told().updates().get(updateId)));
  }
}
