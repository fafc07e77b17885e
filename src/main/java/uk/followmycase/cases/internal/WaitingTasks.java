package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.desk.DeskCounts;
import uk.followmycase.cases.desk.TaskDesk.Line;
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

  /** The most urgent few, and how many no colleague is at. */
  Found first(StaffMember who, int most) {
    return found(who, 0, most, 0);
  }

  /** A page of them. */
  Found page(StaffMember who, int number) {
    return found(who, (long) PAGE * (number - 1), PAGE, MOST);
  }

  private Found found(StaffMember who, long from, int most, int counted) {
    var now = clock.instant();
    var rows =
        asked(TaskReach.page(who.roles()), who)
            .param("from", from)
            .param("most", most)
            .param("counted", counted)
            .query(
                (row, n) ->
                    new Row(line(row, who, now), caseId(row), row.getInt(10), row.getInt(11)))
            .list();
    return Found.of(rows);
  }

  /** How many there are that no colleague is at, {@link DeskCounts#MANY} for as many or more. */
  int free(StaffMember who) {
    return asked(TaskReach.free(who.roles()), who).query(Integer.class).single();
  }

  private JdbcClient.StatementSpec asked(String sql, StaffMember who) {
    var roles = who.roles().stream().map(StaffRole::name).toArray();
    return jdbc.sql(sql)
        .params(asking.as(who))
        .param("roles", new SqlArrayValue("text", roles))
        .param("many", DeskCounts.MANY)
        .param("deep", MOST);
  }

  /** Nothing where there is none: the numbers come all the same. */
  private @Nullable Line line(ResultSet row, StaffMember who, Instant now) throws SQLException {
    var handle = row.getObject(1, UUID.class);
    if (handle == null) {
      return null;
    }
    var due = Objects.requireNonNull(row.getTimestamp(4)).toInstant();
    var kind = TaskKind.valueOf(row.getString(2));
    return new Line(
        new Handle(handle),
        kind,
        kind == TaskKind.UNUSUAL_BROWSING ? "" : reference(row),
        Objects.requireNonNull(row.getTimestamp(3)).toInstant(),
        due,
        due.isBefore(now),
        !TaskState.OPEN.name().equals(row.getString(5)),
        who.id().value().equals(row.getObject(6, UUID.class)));
  }

  private String reference(ResultSet row) throws SQLException {
    var caseId = caseId(row);
    return ShownTasks.reference(caseId, row.getBytes(8), keys.dataKey(caseId, row.getBytes(9)));
  }

  private static UUID caseId(ResultSet row) throws SQLException {
    return row.getObject(7, UUID.class);
  }

  private record Row(@Nullable Line line, UUID caseId, int free, int total) {

    Stream<Line> lines() {
      return Stream.ofNullable(line);
    }

    boolean namesItsCase() {
      return line != null && !line.reference().isEmpty();
    }
  }

  /**
   * Some tasks.
   *
   * @param cases that the lines name
   * @param free how many there are that no colleague is at, up to {@link DeskCounts#MANY}
   * @param total how many there are at all, where that was asked
   */
  record Found(List<Line> lines, List<UUID> cases, int free, int total) {

    private static Found of(List<Row> rows) {
      var first = rows.getFirst();
      return new Found(
          rows.stream().flatMap(Row::lines).toList(),
          rows.stream().filter(Row::namesItsCase).map(Row::caseId).toList(),
          first.free,
          first.total);
    }
  }
}
