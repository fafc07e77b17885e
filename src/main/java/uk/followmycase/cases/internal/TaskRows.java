package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.desk.MachineTasks.State;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks.Need;
import uk.followmycase.cases.events.TasksChanged.Changed;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** The tasks of the bound force. */
@Repository
class TaskRows {

  private static final String OPEN =
      """
      insert into police.task (force_id, id, handle, kind, role, case_id, person_id, subject, about,
        state, opened_at, due_at, changed_at, officer, unit)
      select police.bound_force(), told.id, told.handle, told.kind, told.role, told.case_id, told.person_id,
        told.subject, told.about, 'OPEN', :now, case when p.enhanced or (told.person_id is null and exists (
          select from police.case_person q where q.case_id = told.case_id and q.enhanced and not q.gone))
          then told.enhanced else told.due end, :now, c.collar_number, c.unit
      from unnest(:ids, :handles, :kinds, :roles, :cases, :people, :subjects, :abouts, :due, :enhanced)
          as told (id, handle, kind, role, case_id, person_id, subject, about, due, enhanced)
        join police.case_file c on c.force_id = police.bound_force() and c.id = told.case_id
        left join police.case_person p on p.force_id = police.bound_force() and p.id = told.person_id
      on conflict (force_id, kind, subject) where ended_at is null do nothing
      returning case_id, person_id, kind, handle, version, state, due_at
      """;

  private static final String CLOSE =
      """
      update police.task set state = 'GONE', version = version + 1, ended_at = :now, changed_at = :now
      where kind = :kind and subject = any (:subjects) and ended_at is null
      returning case_id, person_id, kind, handle, version, state, due_at
      """;

  private static final String COLUMNS =
      """
      select t.id, t.handle, t.kind, t.case_id, t.person_id, t.subject, t.about, t.opened_at, t.due_at,
        t.role, t.collar_number, t.state, t.version, t.holder, t.changed_at, t.answer, t.words, k.wrapped
      from police.task t
        join police.case_key k on k.force_id = t.force_id and k.case_id = t.case_id
      """;

  private static final String FIND = COLUMNS + "where t.handle = :handle";

  private static final String LOCK = FIND + " for no key update of t";

  private static final String LIVE =
      COLUMNS
          + "where t.kind = :kind and t.subject = :subject and t.ended_at is null"
          + " for no key update of t";

  /** What a notice is of is read there. */
  private static final String OF_CASE =
      COLUMNS
          + """
          where t.case_id = :case and t.kind not in ('GLASS_BROKEN', 'UNUSUAL_BROWSING')
          order by t.ended_at desc nulls first, t.due_at limit 50
          """;

  private static final String SAVE =
      """
      update police.task set role = :role, collar_number = :collar, state = :state, version = :version,
        holder = :holder, changed_at = :changed, ended_at = :ended, answer = :answer, words = :words
      where id = :id
      """;

  private final JdbcClient jdbc;
  private final ForceKeys keys;
  private final TaskNews news;

  TaskRows(JdbcClient jdbc, ForceKeys keys, TaskNews news) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.news = news;
  }

  /** Opens what is not open yet; answers with what it opened. */
  List<Touched> open(Collection<Due> needs, Instant now) {
    var columns = new Columns<>(needs);
    return news.tell(
        jdbc.sql(OPEN)
            .param("ids", columns.uuids(due -> Handle.rowId()))
            .param("handles", columns.uuids(due -> Handle.random().value()))
            .param("kinds", columns.texts(due -> due.need().kind().name()))
            .param("roles", columns.texts(due -> due.need().kind().first().name()))
            .param("cases", columns.uuids(due -> due.need().caseId().value()))
            .param("people", columns.uuids(Due::personId))
            .param("subjects", columns.uuids(due -> due.need().subject()))
            .param("abouts", columns.uuids(due -> due.need().about()))
            .param("due", columns.times(Due::at))
            .param("enhanced", columns.times(Due::enhanced))
            .param("now", Timestamp.from(now))
            .query((row, number) -> touched(row))
            .list());
  }

  /** Closes what stands open; answers with what it closed. */
  List<Touched> close(TaskKind kind, Collection<UUID> subjects, Instant now) {
    return news.tell(
        jdbc.sql(CLOSE)
            .param("kind", kind.name())
            .param("subjects", Columns.ids(subjects))
            .param("now", Timestamp.from(now))
            .query((row, number) -> touched(row))
            .list());
  }

  Optional<Task> find(Handle handle) {
    return jdbc.sql(FIND)
        .param("handle", handle.value())
        .query((row, number) -> task(row))
        .optional();
  }

  /** Holds a task for the running transaction. */
  Optional<Task> lock(Handle handle) {
    return jdbc.sql(LOCK)
        .param("handle", handle.value())
        .query((row, number) -> task(row))
        .optional();
  }

  /** Holds the one that is open about this subject. */
  Optional<Task> live(TaskKind kind, UUID subject) {
    return jdbc.sql(LIVE)
        .param("kind", kind.name())
        .param("subject", subject)
        .query((row, number) -> task(row))
        .optional();
  }

  /**
   * Those of a case and its people: what waits by when it is due, then what ended, newest first.
   */
  List<Task> ofCase(UUID caseId) {
    return jdbc.sql(OF_CASE).param("case", caseId).query((row, number) -> task(row)).list();
  }

  void save(Task task) {
    var ended = task.state().live() ? null : Timestamp.from(task.changedAt());
    jdbc.sql(SAVE)
        .param("id", task.id())
        .param("role", task.role().name())
        .param("collar", task.collarNumber())
        .param("state", task.state().name())
        .param("version", task.version())
        .param("holder", task.holder())
        .param("changed", Timestamp.from(task.changedAt()))
        .param("ended", ended)
        .param("answer", task.answer())
        .param("words", sealed(task))
        .update();
    news.tell(task);
  }

  private byte[] sealed(Task task) {
    var caseId = task.cause().caseId();
    return Words.seal(
        keys.dataKey(caseId, wrapped(caseId)),
        task.id(),
        new Words.Task(task.remarks(), task.proposal()));
  }

  private byte[] wrapped(UUID caseId) {
    return jdbc.sql("select wrapped from police.case_key where case_id = :case")
        .param("case", caseId)
        .query(byte[].class)
        .single();
  }

  private Task task(ResultSet row) throws SQLException {
    var cause = cause(row);
    var words = words(cause, row.getBytes(17), row.getBytes(18));
    return new Task(
        cause,
        StaffRole.valueOf(row.getString(10)),
        row.getString(11),
        TaskState.valueOf(row.getString(12)),
        row.getInt(13),
        row.getObject(14, UUID.class),
        at(row, 15),
        row.getString(16),
        words.remarks(),
        words.proposal());
  }

  private Words.Task words(Task.Cause cause, byte @Nullable [] sealed, byte[] wrapped) {
    if (sealed == null) {
      return new Words.Task(List.of(), null);
    }
    var key = keys.dataKey(cause.caseId(), wrapped);
    return Words.open(key, cause.id(), sealed, Words.Task.PLACE, Words.Task.class);
  }

  private static Task.Cause cause(ResultSet row) throws SQLException {
    return new Task.Cause(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        TaskKind.valueOf(row.getString(3)),
        row.getObject(4, UUID.class),
        row.getObject(5, UUID.class),
        row.getObject(6, UUID.class),
        row.getObject(7, UUID.class),
        at(row, 8),
        at(row, 9));
  }

  private static Instant at(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNull(row.getTimestamp(column)).toInstant();
  }

  private static Touched touched(ResultSet row) throws SQLException {
    return new Touched(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        new Changed(
            new Handle(row.getObject(4, UUID.class)),
            row.getInt(5),
            TaskKind.valueOf(row.getString(3)),
            State.valueOf(row.getString(6)),
            at(row, 7)));
  }

  /** What was opened or closed. */
  record Touched(UUID caseId, @Nullable UUID personId, Changed changed) {

    TaskKind kind() {
      return changed.kind();
    }
  }

  /** A need, and by when it is to be met. */
  record Due(Need need, Instant at, Instant enhanced) {

    @Nullable UUID personId() {
      var person = need.person();
      return person == null ? null : person.value();
    }
  }
}
