package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.desk.TaskDesk.Line;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/**
 * What waits for somebody. An officer's are those of the officer's cases, and of those covered,
 * unless they wait for a colleague who works on the case, too; a supervisor sees what is overdue or
 * has no officer in the own units. What would wait for nobody is safeguarding's.
 */
@Repository
class WaitingTasks {

  /** Whether whoever has collar number w is in the case, or covers for who is. */
  private static final String WORKS_ON =
      """
            (c.collar_number = w.collar
              or exists (select from police.cover v where v.covered_by = w.collar and v.collar_number = c.collar_number
                and v.ended_at is null and v.until_on >= :today and c.unit = any (v.units)))
      """;

  /** More at once would help nobody. */
  static final int MOST = 100;

  private static final String WAITING =
      """
      select t.handle, t.kind, t.opened_at, t.due_at, t.state, t.holder, c.id, c.words, k.wrapped
      from police.task t
        join police.case_file c on c.force_id = t.force_id and c.id = t.case_id
        join police.case_key k on k.force_id = t.force_id and k.case_id = t.case_id
      where t.ended_at is null and (t.holder = :staff
        or (t.role = any (:roles) and (
          t.role not in ('OFFICER', 'SUPERVISOR')
          or (t.role = 'OFFICER' and exists (select from (values (:collar::text)) w (collar) where
      """
          + WORKS_ON
          + """
            ) and (t.collar_number is null or t.collar_number = :collar
              or not exists (select from (values (t.collar_number)) w (collar) where
      """
          + WORKS_ON
          + """
            )))
          or (t.role = 'SUPERVISOR' and (c.unit = any (:units)
            or exists (select from police.broken_glass g where g.id = t.subject
              and (g.units && :units or (c.unit is null and g.units = '{}')))))))
        or ('SUPERVISOR' = any (:roles) and t.role = 'OFFICER' and c.unit = any (:units)
          and (t.due_at < :now or c.collar_number is null))
        or ('SAFEGUARDING' = any (:roles) and
      """
          + Ties.NOBODYS
          + """
          ))
      order by t.due_at, t.id
      limit :most
      """;

  private final JdbcClient jdbc;
  private final ForceKeys keys;
  private final Asking asking;
  private final Clock clock;

  WaitingTasks(JdbcClient jdbc, ForceKeys keys, Asking asking, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.asking = asking;
    this.clock = clock;
  }

  List<Found> of(StaffMember who, int most) {
    var now = clock.instant();
    var roles = who.roles().stream().map(StaffRole::name).toArray();
    return jdbc.sql(WAITING)
        .params(asking.as(who))
        .param("roles", new SqlArrayValue("text", roles))
        .param("most", most)
        .query((row, number) -> found(row, who, now))
        .list();
  }

  private Found found(ResultSet row, StaffMember who, Instant now) throws SQLException {
    var caseId = row.getObject(7, UUID.class);
    var due = Objects.requireNonNull(row.getTimestamp(4)).toInstant();
    var reference =
        ShownTasks.reference(caseId, row.getBytes(8), keys.dataKey(caseId, row.getBytes(9)));
    return new Found(
        caseId,
        new Line(
            new Handle(row.getObject(1, UUID.class)),
            TaskKind.valueOf(row.getString(2)),
            reference,
            Objects.requireNonNull(row.getTimestamp(3)).toInstant(),
            due,
            due.isBefore(now),
            !TaskState.OPEN.name().equals(row.getString(5)),
            who.id().value().equals(row.getObject(6, UUID.class))));
  }

  /** A line and the case it is about. */
  record Found(UUID caseId, Line line) {}
}
