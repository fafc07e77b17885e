package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/**
 * Finds, makes and locks cases. Whoever changes anything of a case locks its page first, many in
 * the order of their references' digests, so that no two transactions wait for each other.
 */
@Repository
class CaseRows {

  /**
   * Each case by itself ("offset 0" keeps it so): a plan that reads all of a force's rows may look
   * cheaper while a first load has written few, and a connection would keep it.
   */
  private static final String CASES =
      """
      from (select distinct unnest(:references::bytea[]) as digest) asked cross join lateral (
        select force_id, id, handle, reference_digest from police.case_file
        where force_id = police.bound_force() and reference_digest = asked.digest offset 0) c
      """;

  private static final String FIND =
      """
      select c.reference_digest, c.id, p.marks_digest
      """
          + CASES
          + """
            cross join lateral (select marks_digest from police.case_page
              where force_id = c.force_id and case_id = c.id offset 0) p
          """;

  private static final String MAKE =
      """
      with made as (
        insert into police.case_file (force_id, id, handle, reference_digest, made_at)
        select police.bound_force(), fresh.id, fresh.handle, fresh.reference, :now
        from unnest(:ids, :handles, :references) as fresh (id, handle, reference)
        order by fresh.reference
        on conflict (force_id, reference_digest) do nothing
        returning id
      ), keys as (
        insert into police.case_key (force_id, case_id, wrapped)
        select police.bound_force(), made.id, fresh.wrapped
        from made join unnest(:ids, :wrapped) as fresh (id, wrapped) on fresh.id = made.id
      )
      insert into police.case_page (force_id, case_id, told_at)
      select police.bound_force(), made.id, :now from made
      """;

  private static final String LOCK =
      """
      with found as materialized (
        select c.*
      """
          + CASES
          + """
              order by c.reference_digest)
          select c.id, c.handle, c.reference_digest, k.wrapped, p.version, p.body_digest, p.marks_digest, p.words
          from found c
            cross join lateral (select wrapped from police.case_key
              where force_id = c.force_id and case_id = c.id offset 0) k
            cross join lateral (select version, body_digest, marks_digest, words from police.case_page
              where force_id = c.force_id and case_id = c.id offset 0 for no key update) p
          """;

  private static final String WRITE_PAGES =
      """
      update police.case_page p
      set version = told.version, body_digest = told.body, marks_digest = told.marks,
        words = told.words, last_at = told.last, told_at = :now
      from unnest(:ids::uuid[], :versions::bigint[], :bodies::bytea[], :marks::bytea[], :words::bytea[], :lasts::timestamptz[])
        as told (id, version, body, marks, words, last)
      where p.case_id = told.id
      """;

  private final JdbcClient jdbc;
  private final ForceKeys keys;
  private final Clock clock;

  CaseRows(JdbcClient jdbc, ForceKeys keys, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.clock = clock;
  }

  /** What stands of these cases, by reference. Locks nothing. */
  Map<Digest, Found> find(Collection<Digest> references) {
    return jdbc
        .sql(FIND)
        .param("references", new Columns<>(references).bytes(Digest::bytes))
        .query((row, number) -> found(row))
        .list()
        .stream()
        .collect(Collectors.toMap(Found::reference, Function.identity()));
  }

  /** The row id of a case. */
  Optional<UUID> id(Digest reference) {
    return Optional.ofNullable(find(List.of(reference)).get(reference)).map(Found::id);
  }

  /** Makes shells of cases that nobody has told of; somebody else may be making them too. */
  void make(SortedSet<Digest> references) {
    var fresh = references.stream().map(this::fresh).toList();
    var columns = new Columns<>(fresh);
    jdbc.sql(MAKE)
        .param("ids", columns.uuids(Fresh::id))
        .param("handles", columns.uuids(row -> Handle.random().value()))
        .param("references", columns.bytes(row -> row.reference().bytes()))
        .param("wrapped", columns.bytes(Fresh::wrapped))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** Locks the cases that there are, in order. */
  Map<Digest, CaseHead> lock(Collection<Digest> references) {
    var heads = new TreeMap<Digest, CaseHead>();
    jdbc.sql(LOCK)
        .param("references", new Columns<>(references).bytes(Digest::bytes))
        .query((row, number) -> head(row))
        .list()
        .forEach(head -> heads.put(head.reference(), head));
    return heads;
  }

  /** Rewrites pages of locked cases. */
  void writePages(List<OpenCase> cases) {
    var columns = new Columns<>(cases);
    jdbc.sql(WRITE_PAGES)
        .param("ids", columns.uuids(OpenCase::id))
        .param("versions", columns.longs(open -> open.folded().version()))
        .param("bodies", columns.bytes(OpenCase::body))
        .param("marks", columns.bytes(OpenCase::marks))
        .param("words", columns.bytes(OpenCase::sealedPage))
        .param("lasts", columns.times(OpenCase::lastAt))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private Fresh fresh(Digest reference) {
    var id = Handle.rowId();
    return new Fresh(id, reference, keys.newDataKey(id).wrapped());
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(Digest.of(row.getBytes(1)), row.getObject(2, UUID.class), row.getBytes(3));
  }

  private CaseHead head(ResultSet row) throws SQLException {
    var id = row.getObject(1, UUID.class);
    var key = keys.dataKey(id, row.getBytes(4));
    var words = row.getBytes(8);
    return new CaseHead(
        id,
        row.getObject(2, UUID.class),
        Digest.of(row.getBytes(3)),
        key,
        row.getLong(5),
        row.getBytes(6),
        row.getBytes(7),
        words == null
            ? PageWords.EMPTY
            : Words.open(key, id, words, PageWords.PLACE, PageWords.class));
  }

  /** A case that stands. */
  record Found(Digest reference, UUID id, byte @Nullable [] marks) {}

  private record Fresh(UUID id, Digest reference, byte[] wrapped) {}
}
