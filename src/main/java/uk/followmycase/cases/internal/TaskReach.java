package uk.followmycase.cases.internal;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.followmycase.tenancy.StaffRole;

/**
 * Which open tasks somebody is shown, as statements. Each way to a task is an index of what waits,
 * read in the order of when it is due and only by those whose role has it, so that what waits for
 * others, and whatever ended, costs nothing. Conflicts are asked about what is read, and no more.
 */
final class TaskReach {

  /** Whether whoever has collar number w is in the case of a task, or covers for who is. */
  private static final String WORKS_ON =
      """
            (t.officer = w.collar
              or exists (select from police.cover v where v.covered_by = w.collar and v.collar_number = t.officer
                and v.ended_at is null and v.until_on >= :today and t.unit = any (v.units)))
      """;

  private static final String COLUMNS =
      """
      select t.due_at, t.id as task, t.case_id as id, t.handle, t.kind, t.opened_at, t.state, t.holder
      """;

  /** What they took, or what no colleague who works on the case, too, was passed. */
  private static final String OFFICERS_OWN =
      """
            and (t.holder = :staff or (t.role = 'OFFICER' and (t.collar_number is null or t.collar_number = :collar
              or not exists (select from (values (t.collar_number)) w (collar) where
      """
          + WORKS_ON
          + "))))";

  /** Of cases that they are in, or cover for who is. */
  private static final String OFFICERS =
      COLUMNS
          + """
          from police.task t where t.ended_at is null and t.officer = :collar
          """
          + OFFICERS_OWN
          + " union all "
          + COLUMNS
          + """
          from police.cover v join police.task t on t.force_id = v.force_id and t.officer = v.collar_number
          where v.covered_by = :collar and v.ended_at is null and v.until_on >= :today
            and t.ended_at is null and t.unit = any (v.units)
          """
          + OFFICERS_OWN;

  /**
   * Of the units that they answer for: what they took, what is theirs, what is overdue, what no
   * officer has; and what somebody did who works in their units, or in none.
   */
  private static final String SUPERVISORS =
      COLUMNS
          + """
          from police.task t
          where t.ended_at is null and t.unit = any (:units) and (t.holder = :staff
            or (t.role = 'SUPERVISOR' and t.kind <> 'UNUSUAL_BROWSING')
            or (t.role = 'OFFICER' and (t.due_at < :now or t.officer is null)))
          union all
          """
          + COLUMNS
          + """
          from police.task t join police.broken_glass g on g.force_id = t.force_id and g.id = t.subject
          where t.ended_at is null and t.kind = 'GLASS_BROKEN' and t.role = 'SUPERVISOR'
            and (g.units && :units or (t.unit is null and g.units = '{}'))
          union all
          """
          + COLUMNS
          + """
          from police.task t join police.browsing b on b.force_id = t.force_id and b.id = t.subject
          where t.ended_at is null and t.kind = 'UNUSUAL_BROWSING' and t.role = 'SUPERVISOR'
            and (b.units && :units or b.units = '{}')
          """;

  /**
   * What they took while it is held; what is theirs anywhere; and what would wait for nobody
   * ({@link Ties#NOBODYS}), by its three indexes. That may be very much, and is read as far as it
   * is shown.
   */
  private static final String SAFEGUARDINGS =
      COLUMNS
          + """
          from police.task t join police.case_file c on c.force_id = t.force_id and c.id = t.case_id
          where t.ended_at is null and t.holder = :staff and (
          """
          + Ties.HELD
          + ") union all ("
          + COLUMNS
          + """
          from police.task t
          where t.ended_at is null and t.role = 'SAFEGUARDING'
          order by t.due_at, t.id limit :deep)
          union all (
          """
          + COLUMNS
          + """
          from police.task t
          where t.ended_at is null and t.unit is null and t.due_at < :now and t.role = 'OFFICER'
          order by t.due_at, t.id limit :deep)
          union all (
          """
          + COLUMNS
          + """
          from police.task t
          where t.ended_at is null and t.unit is null and (t.role = 'SUPERVISOR' or t.officer is null)
            and t.role in ('OFFICER', 'SUPERVISOR') and t.kind not in ('GLASS_BROKEN', 'UNUSUAL_BROWSING')
          order by t.due_at, t.id limit :deep)
          union all (
          """
          + COLUMNS
          + """
          from police.task t
          where t.ended_at is null and t.unled and t.due_at < :now
            and t.role in ('OFFICER', 'SUPERVISOR') and t.kind not in ('GLASS_BROKEN', 'UNUSUAL_BROWSING')
          order by t.due_at, t.id limit :deep)
          """;

  private static final String OF_SEVERAL_ROLES =
      "select * from ("
          + OFFICERS
          + ") o where 'OFFICER' = any (:roles) union all select * from ("
          + SUPERVISORS
          + ") s where 'SUPERVISOR' = any (:roles) union all select * from ("
          + SAFEGUARDINGS
          + ") g where 'SAFEGUARDING' = any (:roles)";

  /** Each once, the most urgent first. */
  private static final String EACH =
      "with waiting as (select c.* from (select distinct on (t.due_at, t.task) t.* from (";

  /** Of those that they may see. */
  private static final String SEEN =
      """
      ) t order by t.due_at, t.task) c
      where c.kind = 'UNUSUAL_BROWSING' or not (
      """
          + Ties.CONFLICT
          + ") order by c.due_at, c.task), free as (select from waiting where state <> 'TAKEN' or holder = :staff limit :many)";

  private static final String COUNT = SEEN + " select count(*) from free";

  private static final String LINES =
      SEEN
          + """
          select t.handle, t.kind, t.opened_at, t.due_at, t.state, t.holder, t.id, f.words, k.wrapped, counted.free, counted.total
          from (select (select count(*) from free) as free,
              (select count(*) from (select from waiting limit :counted) w) as total) counted
            left join (select * from waiting order by due_at, task limit :most offset :from) t on true
            left join police.case_file f on f.force_id = police.bound_force() and f.id = t.id
            left join police.case_key k on k.force_id = police.bound_force() and k.case_id = t.id
          order by t.due_at, t.task
          """;

  private TaskReach() {}

  /** How many there are that no colleague is at. */
  static String free(Set<StaffRole> roles) {
    return switch (only(roles)) {
      case OFFICER -> EACH + OFFICERS + COUNT;
      case SUPERVISOR -> EACH + SUPERVISORS + COUNT;
      case SAFEGUARDING -> EACH + SAFEGUARDINGS + COUNT;
      case null, default -> EACH + OF_SEVERAL_ROLES + COUNT;
    };
  }

  /** Some of them, how many no colleague is at, and how many there are at all, if asked. */
  static String page(Set<StaffRole> roles) {
    return switch (only(roles)) {
      case OFFICER -> EACH + OFFICERS + LINES;
      case SUPERVISOR -> EACH + SUPERVISORS + LINES;
      case SAFEGUARDING -> EACH + SAFEGUARDINGS + LINES;
      case null, default -> EACH + OF_SEVERAL_ROLES + LINES;
    };
  }

  /** Nearly everybody has one role, and is spared the others' ways. */
  private static @Nullable StaffRole only(Set<StaffRole> roles) {
    return roles.size() == 1 ? roles.iterator().next() : null;
  }
}
