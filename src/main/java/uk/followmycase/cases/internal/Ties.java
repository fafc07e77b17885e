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

  /**
   * Whether a task {@code t} of {@code c} would wait for nobody: its case names no officer, or it
   * is overdue, and no unit whose supervisor could see to it; or it is overdue in a unit for which
   * none comes. Where a glass was broken, its notice says who reads of it.
   */
  static final String NOBODYS =
      """
          (t.role in ('OFFICER', 'SUPERVISOR') and t.kind not in ('GLASS_BROKEN', 'UNUSUAL_BROWSING')
            and ((c.unit is null and (t.role = 'SUPERVISOR' or c.collar_number is null))
              or ((c.unit is null or t.unled) and t.due_at < cast(:now as timestamptz))))
      """;

  /** Whether somebody on {@code c} is held, or a task on it is safeguarding's or was of late. */
  static final String HELD =
      """
        exists (select from police.verdict v where v.case_id = c.id and v.standing = 'NEEDS_PERSON')
          or exists (select from police.task t where t.case_id = c.id
            and (t.ended_at is null or t.ended_at > cast(:now as timestamptz) - interval '1 day')
            and (t.role = 'SAFEGUARDING' or
      """
          + NOBODYS
          + """
            ))
      """;

  /** Columns that {@link #of} reads, of {@code c} and {@code k}; parameters come from Asking. */
  static final String COLUMNS =
      """
      select c.id, c.handle, k.wrapped,
        coalesce(c.collar_number = :collar, false),
        exists (select from police.cover v where v.covered_by = :collar and v.collar_number = c.collar_number
          and v.ended_at is null and v.until_on >= :today and c.unit = any (v.units)),
        coalesce(c.unit = any (:units), false),
      """
          + HELD
          + """
        , (select max(until) from police.caller t where t.staff = :staff and t.case_id = c.id and t.until > :now),
        (select max(until) from police.broken_glass g where g.staff = :staff and g.case_id = c.id and g.until > :now),
      """;

  /**
   * Whether somebody of one's own name, or of a name that one must keep from, is on {@code c}. The
   * offset keeps PostgreSQL from reading everybody of the force, where it need only look at the few
   * people of each case.
   */
  static final String NAMED =
      """
        exists (select from police.case_person p where p.case_id = c.id and not p.gone and p.name_digest = any (
          cast(:names as bytea[]) || array(select f.digest from police.conflict f
            where f.lifted_at is null and f.kind = 'NAME' and (f.staff = :staff or f.collar_number = :collar))) offset 0)
      """;

  /**
   * Whether a contact that one must keep from is a mark of {@code c}, or of somebody who represents
   * a person on it: those stand under themselves. Whoever must keep from none costs one look,
   * however many cases there are.
   */
  static final String MARKED =
      """
        (exists (select from police.conflict f
            where f.lifted_at is null and f.kind <> 'NAME' and (f.staff = :staff or f.collar_number = :collar))
          and exists (select from police.conflict f
              join police.known_mark m on m.kind = f.kind and m.digest = f.digest and m.case_id = any (array(
                select c.id union all
                select p.id from police.case_person p where p.case_id = c.id and p.represents is not null and not p.gone))
            where f.lifted_at is null and (f.staff = :staff or f.collar_number = :collar) offset 0))
      """;

  /** Whether a conflict stands between somebody and {@code c}. */
  static final String CONFLICT = NAMED + "or" + MARKED;

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
