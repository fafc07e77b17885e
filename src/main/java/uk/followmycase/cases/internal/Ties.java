package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.tenancy.keys.Handle;

/**
 * What ties a member of staff to one case.
 *
 * @param wrapped the case's key
 * @param bonds {@link Bond#NONE} among them always
 * @param callerUntil when the bond by a caller ends; null without one
 * @param glassUntil the same behind broken glass
 * @param conflict whether they must not see it, whatever else ties them to it
 */
record Ties(
    UUID caseId,
    Handle handle,
    byte[] wrapped,
    Set<Bond> bonds,
    @Nullable Instant callerUntil,
    @Nullable Instant glassUntil,
    boolean conflict) {

  /** Columns that {@link #of} reads, of {@code c} and {@code k}; parameters come from Asking. */
  static final String COLUMNS =
      """
      select c.id, c.handle, k.wrapped,
        coalesce(c.collar_number = :collar, false),
        exists (select from police.cover v where v.covered_by = :collar and v.collar_number = c.collar_number
          and v.ended_at is null and v.until_on >= :today and c.unit = any (v.units)),
        coalesce(c.unit = any (:units), false),
        exists (select from police.verdict v where v.case_id = c.id and v.standing = 'NEEDS_PERSON')
          or exists (select from police.task t where t.case_id = c.id and t.role = 'SAFEGUARDING'
            and (t.ended_at is null or t.ended_at > cast(:now as timestamptz) - interval '1 day')),
        (select max(until) from police.caller t where t.staff = :staff and t.case_id = c.id and t.until > :now),
        (select max(until) from police.broken_glass g where g.staff = :staff and g.case_id = c.id and g.until > :now),
      """;

  /** Whether a conflict stands between somebody and {@code c}. */
  static final String CONFLICT =
      """
        exists (select from police.case_person p where p.case_id = c.id and p.name_digest = any (:names))
        or exists (select from police.conflict f join police.case_person p on p.case_id = c.id and p.name_digest = f.digest
          where f.lifted_at is null and f.kind = 'NAME' and (f.staff = :staff or f.collar_number = :collar))
        or exists (select from police.conflict f join police.known_mark m on m.case_id = c.id and m.kind = f.kind and m.digest = f.digest
          where f.lifted_at is null and (f.staff = :staff or f.collar_number = :collar))
      """;

  static final String JOINED =
      """

      from police.case_file c
        join police.case_key k on k.force_id = c.force_id and k.case_id = c.id
      """;

  /** The ten columns, from the first. */
  static Ties of(ResultSet row) throws SQLException {
    var caller = time(row.getTimestamp(8));
    var glass = time(row.getTimestamp(9));
    return new Ties(
        row.getObject(1, UUID.class),
        new Handle(row.getObject(2, UUID.class)),
        row.getBytes(3),
        bonds(row, caller, glass),
        caller,
        glass,
        row.getBoolean(10));
  }

  private static Set<Bond> bonds(ResultSet row, @Nullable Instant caller, @Nullable Instant glass)
      throws SQLException {
    var bonds = EnumSet.of(Bond.NONE);
    addIf(row.getBoolean(4), Bond.OWN, bonds);
    addIf(row.getBoolean(5), Bond.COVER, bonds);
    addIf(row.getBoolean(6), Bond.SUPERVISED, bonds);
    addIf(row.getBoolean(7), Bond.HELD, bonds);
    addIf(caller != null, Bond.CALLER, bonds);
    addIf(glass != null, Bond.BROKEN_GLASS, bonds);
    return bonds;
  }

  private static void addIf(boolean stands, Bond bond, Set<Bond> bonds) {
    if (stands) {
      bonds.add(bond);
    }
  }

  /** When a bond ends by itself; null when it does not. */
  @Nullable Instant until(Bond bond) {
    return switch (bond) {
      case CALLER -> callerUntil;
      case BROKEN_GLASS -> glassUntil;
      default -> null;
    };
  }

  static @Nullable Instant time(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
