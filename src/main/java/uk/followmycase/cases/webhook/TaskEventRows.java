package uk.followmycase.cases.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.cases.desk.MachineTasks.State;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.events.TasksChanged.Changed;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.keys.Handle;

/** What is to be told, in the transaction of the change. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class TaskEventRows {

  private static final String ADD =
      """
      with told as (
        select * from unnest(:ids::uuid[], :tasks::uuid[], :versions::int[], :kinds::text[], :states::text[],
          :dues::timestamptz[]) as t (id, task, version, kind, state, due_at)),
      kept as (
        insert into police.task_event (force_id, id, task, version, kind, state, due_at, made_at)
        select :force, id, task, version, kind, state, due_at, :now from told)
      insert into plumbing.task_event_head (force_id, id, due_at, made_at) select :force, id, :now, :now from told
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  TaskEventRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void add(List<Changed> changed) {
    jdbc.sql(ADD)
        .param("force", ForceBinding.current().value())
        .param("ids", uuids(changed.stream().map(one -> Handle.random().value()).toArray()))
        .param("tasks", uuids(changed.stream().map(one -> one.task().value()).toArray()))
        .param("versions", array("int4", changed.stream().map(Changed::version).toArray()))
        .param("kinds", array("text", changed.stream().map(one -> one.kind().name()).toArray()))
        .param("states", array("text", changed.stream().map(one -> one.state().name()).toArray()))
        .param(
            "dues",
            array(
                "timestamptz", changed.stream().map(one -> Timestamp.from(one.dueAt())).toArray()))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  Optional<TaskEvent> find(UUID id) {
    return jdbc.sql(
            """
            select id, task, version, kind, state, due_at, made_at from police.task_event
            where force_id = :force and id = :id""")
        .param("force", ForceBinding.current().value())
        .param("id", id)
        .query((row, number) -> event(row))
        .optional();
  }

  void delete(UUID id) {
    jdbc.sql("delete from police.task_event where force_id = :force and id = :id")
        .param("force", ForceBinding.current().value())
        .param("id", id)
        .update();
  }

  private static TaskEvent event(ResultSet row) throws SQLException {
    return new TaskEvent(
        new Handle(row.getObject(1, UUID.class)),
        new Changed(
            new Handle(row.getObject(2, UUID.class)),
            row.getInt(3),
            TaskKind.valueOf(row.getString(4)),
            State.valueOf(row.getString(5)),
            at(row, 6)),
        at(row, 7));
  }

  private static Instant at(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNull(row.getTimestamp(column)).toInstant();
  }

  private static SqlArrayValue uuids(Object[] values) {
    return array("uuid", values);
  }

  private static SqlArrayValue array(String type, Object[] values) {
    return new SqlArrayValue(type, values);
  }
}
