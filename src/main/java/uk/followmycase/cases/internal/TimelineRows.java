package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.Report.Update;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.Handle;

/** The timelines: entries are added, and emptied when withdrawn. */
@Repository
class TimelineRows {

  private static final String KNOWN =
      """
      select asked.case_id, asked.source, t.body_digest
      from unnest(:cases::uuid[], :sources::bytea[]) as asked (case_id, source)
        cross join lateral (select body_digest from police.timeline_entry
          where force_id = police.bound_force() and case_id = asked.case_id
            and source_digest = asked.source offset 0) t
      """;

  private static final String WRITE =
      """
      insert into police.timeline_entry (force_id, case_id, source_digest, id, at, kind, reason, body_digest, words, withdrawn, received_at)
      select police.bound_force(), told.case_id, told.source, told.id, told.at, told.kind, told.reason, told.body, told.words, told.body is null, :now
      from unnest(:cases::uuid[], :sources::bytea[], :ids::uuid[], :ats::timestamptz[], :kinds::text[],
          :reasons::text[], :bodies::bytea[], :words::bytea[])
        as told (case_id, source, id, at, kind, reason, body, words)
      on conflict (force_id, case_id, source_digest) do update
        set at = null, kind = null, reason = null, body_digest = null, words = null, withdrawn = true
        where excluded.withdrawn
      """;

  private static final String LIVE =
      """
      select id, at, kind, reason, words, source_digest, body_digest from police.timeline_entry
      where case_id = :case and not withdrawn
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  TimelineRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What is held under these ids of updates, by case and id's digest. */
  Map<Place, Known> known(Collection<Place> places) {
    var columns = new Columns<>(places);
    var known = new HashMap<Place, Known>();
    jdbc.sql(KNOWN)
        .param("cases", columns.uuids(Place::caseId))
        .param("sources", columns.bytes(place -> place.source().bytes()))
        .query(
            row -> {
              var place = new Place(row.getObject(1, UUID.class), Digest.of(row.getBytes(2)));
              known.put(place, new Known(row.getBytes(3)));
            });
    return known;
  }

  /** Adds entries and tombstones in one statement. */
  void write(List<Row> rows) {
    var columns = new Columns<>(rows);
    jdbc.sql(WRITE)
        .param("cases", columns.uuids(row -> row.place().caseId()))
        .param("sources", columns.bytes(row -> row.place().source().bytes()))
        .param("ids", columns.uuids(Row::id))
        .param("ats", columns.times(row -> row.update() == null ? null : row.update().at()))
        .param("kinds", columns.texts(row -> row.update() == null ? null : kind(row.update())))
        .param("reasons", columns.texts(row -> row.update() == null ? null : row.update().reason()))
        .param("bodies", columns.bytes(row -> row.update() == null ? null : row.update().digest()))
        .param("words", columns.bytes(Row::words))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** The whole timeline of a case, in no order. */
  List<Update> live(UUID caseId, DataKey key) {
    return jdbc.sql(LIVE).param("case", caseId).query((row, number) -> update(row, key)).list();
  }

  private static String kind(Update update) {
    return update.kind().name();
  }

  private static Update update(ResultSet row, DataKey key) throws SQLException {
    var words =
        Words.open(
            key,
            row.getObject(1, UUID.class),
            row.getBytes(5),
            Words.Entry.PLACE,
            Words.Entry.class);
    return new Update(
        words.id(),
        Objects.requireNonNull(row.getTimestamp(2)).toInstant(),
        uk.followmycase.cases.Report.UpdateKind.valueOf(row.getString(3)),
        words.text(),
        row.getString(4),
        row.getBytes(7));
  }

  /** Where an update stands. */
  record Place(UUID caseId, Digest source) {}

  /**
   * An entry, or a tombstone.
   *
   * @param update null for a tombstone
   */
  record Row(Place place, UUID id, @Nullable Update update, byte @Nullable [] words) {

    static Row entry(Place place, Update update, DataKey key) {
      var id = Handle.rowId();
      var words = Words.seal(key, id, new Words.Entry(update.id(), update.text()));
      return new Row(place, id, update, words);
    }

    static Row tombstone(Place place) {
      return new Row(place, Handle.rowId(), null, null);
    }
  }
}
