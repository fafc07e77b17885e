package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.desk.Conflicts.Conflict;
import uk.followmycase.cases.desk.Conflicts.Kind;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Conflicts in PostgreSQL: digests to compare, words sealed with the force's key. */
@Repository
class ConflictRows {

  static final String PLACE = "police.conflict";

  private static final String STANDING =
      """
      select id, handle, kind, words, said_at, case when staff is null then collar_number end
      from police.conflict
      where lifted_at is null and (staff = any (:accounts)
        or (collar_number = :collar and (staff is null or :themselves)))
      order by said_at, id
      """;

  private static final String STANDS =
      """
      select exists (select from police.conflict
        where lifted_at is null and kind = :kind and digest = :digest
          and (staff is null) = (cast(:staff as uuid) is null)
          and (staff = cast(:staff as uuid) or collar_number = cast(:collar as text)))
      """;

  private static final String NAME =
      """
      insert into police.conflict (force_id, id, handle, staff, collar_number, kind, digest, words, said_by, said_at)
      values (police.bound_force(), :id, :handle, :staff, :collar, :kind, :digest, :words, :by, :now)
      """;

  private static final String HOLD =
      "select staff, collar_number from police.conflict where handle = :handle and lifted_at is null for update";

  private static final String LIFT =
      "update police.conflict set lifted_at = :now, lifted_by = :by where handle = :handle and lifted_at is null";

  /** Whether an officer's open cases are with these units, or with nobody. */
  private static final String OF_UNITS =
      """
      select coalesce(bool_or(unit = any (:units)), true) from police.case_file
      where stage <> 'CLOSED' and collar_number = :collar
      """;

  private final JdbcClient jdbc;
  private final ForceKeys keys;
  private final Asking asking;
  private final Clock clock;

  ConflictRows(JdbcClient jdbc, ForceKeys keys, Asking asking, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.asking = asking;
    this.clock = clock;
  }

  /**
   * For whom something is named: whoever has a collar number, by whatever account they come.
   *
   * @param staff account that named it for itself; null where somebody else did
   * @param collar null where the provider of that account named none
   */
  record For(@Nullable UUID staff, @Nullable String collar) {}

  /**
   * What is named for somebody.
   *
   * @param accounts of theirs
   * @param themselves also what they named for themselves by accounts with that number
   */
  List<Conflict> standing(Collection<UUID> accounts, String collar, boolean themselves) {
    return jdbc.sql(STANDING)
        .param("accounts", Columns.ids(accounts))
        .param("collar", collar)
        .param("themselves", themselves)
        .query((row, number) -> conflict(row))
        .list();
  }

  boolean stands(For whom, Kind kind, byte[] digest) {
    return jdbc.sql(STANDS)
        .param("kind", kind.name())
        .param("digest", digest)
        .param("staff", whom.staff())
        .param("collar", whom.collar())
        .query(Boolean.class)
        .single();
  }

  void name(StaffMember by, For whom, Kind kind, byte[] digest, String written) {
    var id = Handle.rowId();
    jdbc.sql(NAME)
        .param("id", id)
        .param("handle", Handle.random().value())
        .param("staff", whom.staff())
        .param("collar", whom.collar())
        .param("kind", kind.name())
        .param("digest", digest)
        .param("words", keys.seal(PLACE, id, Words.bytes(new Said(written))))
        .param("by", by.id().value())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** For whom a conflict that stands was named. */
  Optional<For> hold(Handle conflict) {
    return jdbc.sql(HOLD)
        .param("handle", conflict.value())
        .query((row, number) -> new For(row.getObject(1, UUID.class), row.getString(2)))
        .optional();
  }

  void lift(StaffMember by, Handle conflict) {
    jdbc.sql(LIFT)
        .param("now", Timestamp.from(clock.instant()))
        .param("by", by.id().value())
        .param("handle", conflict.value())
        .update();
  }

  boolean ofUnits(StaffMember who, String collar) {
    return jdbc.sql(OF_UNITS)
        .param("units", asking.units(who))
        .param("collar", collar)
        .query(Boolean.class)
        .single();
  }

  private Conflict conflict(ResultSet row) throws SQLException {
    var said =
        Words.read(keys.open(PLACE, row.getObject(1, UUID.class), row.getBytes(4)), Said.class);
    return new Conflict(
        new Handle(row.getObject(2, UUID.class)),
        Kind.valueOf(row.getString(3)),
        said.written(),
        Objects.requireNonNull(row.getTimestamp(5)).toInstant(),
        row.getString(6));
  }

  private record Said(String written) {}
}
