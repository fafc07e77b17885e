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
import uk.followmycase.cases.desk.TaskDesk.Waiting;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/**
 * What waits for somebody, and would open for them. An officer's are those of the officer's cases,
 * and of those covered, unless they wait for a colleague who works on the case, too; a supervisor
 * sees what is overdue or has no officer in the own units. What would wait for nobody is
 * safeguarding's. Whoever took a task has it while they have a part in its case.
 */
@Repository
class WaitingTasks {

  static final int PAGE = 100;

  /** Beyond this nobody counts. */
  private static final int MOST = 10_000;

  /** Whether whoever has collar number w is in the case, or covers for who is. */
  private static final String WORKS_ON =
      """
            (c.collar_number = w.collar
              or exists (select from police.cover v where v.covered_by = w.collar and v.collar_number = c.collar_number
                and v.ended_at is null and v.until_on >= :today and c.unit = any (v.units)))
      """;

  private static final String OWN_CASE =
      "exists (select from (values (:collar::text)) w (collar) where " + WORKS_ON + ")";

  private static final String FROM =
      """
      from police.task t
        join police.case_file c on c.force_id = t.force_id and c.id = t.case_id
        join police.case_key k on k.force_id = t.force_id and k.case_id = t.case_id
      where t.ended_at is null and ((t.holder = :staff and (
          ('OFFICER' = any (:roles) and
      """
          + OWN_CASE
          + """
          )
          or ('SUPERVISOR' = any (:roles) and c.unit = any (:units))
          or ('SAFEGUARDING' = any (:roles) and (
      """
          + Ties.HELD
          + """
          ))))
        or (t.role = any (:roles) and (
          t.role not in ('OFFICER', 'SUPERVISOR')
          or (t.role = 'OFFICER' and
      """
          + OWN_CASE
          + """
            and (t.collar_number is null or t.collar_number = :collar
              or not exists (select from (values (t.collar_number)) w (collar) where
      """
          + WORKS_ON
          + """
            )))
          or (t.role = 'SUPERVISOR' and t.kind <> 'UNUSUAL_BROWSING' and (c.unit = any (:units)
            or exists (select from police.broken_glass g where g.id = t.subject
              and (g.units && :units or (c.unit is null and g.units = '{}')))))
          or (t.kind = 'UNUSUAL_BROWSING' and exists (select from police.browsing b where b.id = t.subject
              and (b.units && :units or b.units = '{}')))))
        or ('SUPERVISOR' = any (:roles) and t.role = 'OFFICER' and c.unit = any (:units)
          and (t.due_at < :now or c.collar_number is null))
        or ('SAFEGUARDING' = any (:roles) and
      """
          + Ties.NOBODYS
          + """
          ))
        and (t.kind = 'UNUSUAL_BROWSING' or not (
      """
          + Ties.CONFLICT
          + "))";

  private static final String PAGE_OF =
      "select t.handle, t.kind, t.opened_at, t.due_at, t.state, t.holder, c.id, c.words, k.wrapped "
          + FROM
          + " order by t.due_at, t.id limit :most offset :from";

  private static final String COUNT =
      "select count(*) from (select " + FROM + " limit :most) counted";

  private static final String FREE =
      "select count(*) from (select "
          + FROM
          + " and (t.state <> 'TAKEN' or t.holder = :staff) limit :most) counted";

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

  /** A page of them with these lines. */
  Waiting page(StaffMember who, int number, List<Line> lines) {
    var total = count(COUNT, who, MOST);
    return new Waiting(lines, number, Math.max(1, (total + PAGE - 1) / PAGE), total);
  }

  /** Some of them, after so many. */
  List<Found> lines(StaffMember who, long from, int most) {
    var now = clock.instant();
    return asked(PAGE_OF, who, most)
        .param("from", from)
        .query((row, n) -> new Found(row.getObject(7, UUID.class), line(row, who, now)))
        .list();
  }

  /** A line, and the case that it is about. */
  record Found(UUID caseId, Line line) {

    /** Whether it names the case. */
    boolean shows() {
      return !line.reference().isEmpty();
    }
  }

  /** How many there are that no colleague is at. */
  int free(StaffMember who, int most) {
    return count(FREE, who, most);
  }

  private int count(String sql, StaffMember who, int most) {
    return asked(sql, who, most).query(Integer.class).single();
  }

  private JdbcClient.StatementSpec asked(String sql, StaffMember who, int most) {
    var roles = who.roles().stream().map(StaffRole::name).toArray();
    return jdbc.sql(sql)
        .params(asking.as(who))
        .param("roles", new SqlArrayValue("text", roles))
        .param("most", most);
  }

  private Line line(ResultSet row, StaffMember who, Instant now) throws SQLException {
    var due = Objects.requireNonNull(row.getTimestamp(4)).toInstant();
    var kind = TaskKind.valueOf(row.getString(2));
    return new Line(
        new Handle(row.getObject(1, UUID.class)),
        kind,
        kind == TaskKind.UNUSUAL_BROWSING ? "" : reference(row),
        Objects.requireNonNull(row.getTimestamp(3)).toInstant(),
        due,
        due.isBefore(now),
        !TaskState.OPEN.name().equals(row.getString(5)),
        who.id().value().equals(row.getObject(6, UUID.class)));
  }

  private String reference(ResultSet row) throws SQLException {
    var caseId = row.getObject(7, UUID.class);
    return ShownTasks.reference(caseId, row.getBytes(8), keys.dataKey(caseId, row.getBytes(9)));
  }
}
