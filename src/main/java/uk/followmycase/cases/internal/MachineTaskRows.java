package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.desk.MachineTasks.Open;
import uk.followmycase.cases.desk.MachineTasks.State;
import uk.followmycase.cases.desk.MachineTasks.Wanted;
import uk.followmycase.cases.desk.TaskAnswer;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Tasks of the whole force, with what a system needs to know its own case again. */
@Repository
class MachineTaskRows {

  private static final String COLUMNS =
      """
      select t.handle, t.version, t.kind, t.state, t.role, t.collar_number, t.opened_at, t.due_at,
        c.id, c.collar_number, c.words, k.wrapped, p.id,
        case when p.represents is null then p.words end
      from police.task t
        join police.case_file c on c.force_id = t.force_id and c.id = t.case_id
        join police.case_key k on k.force_id = t.force_id and k.case_id = t.case_id
        left join police.case_person p on p.force_id = t.force_id and p.id = t.person_id
      """;

  private static final String OPEN =
      COLUMNS
          + """
          where t.ended_at is null and t.kind not in ('GLASS_BROKEN', 'UNUSUAL_BROWSING')
            and (cardinality(:kinds::text[]) = 0 or t.kind = any (:kinds))
            and (:before::timestamptz is null or t.due_at < :before)
            and (:taken::boolean is null or (t.state <> 'OPEN') = :taken)
            and (:after::uuid is null
              or (t.due_at, t.id) > (select s.due_at, s.id from police.task s where s.handle = :after))
          order by t.due_at, t.id
          limit :most
          """;

  /** Notices are read at the desk, by nobody's own system. */
  private static final String ONE =
      COLUMNS
          + """
          where t.handle = :handle and t.kind not in ('GLASS_BROKEN', 'UNUSUAL_BROWSING')
          """;

  private final JdbcClient jdbc;
  private final ForceKeys keys;

  MachineTaskRows(JdbcClient jdbc, ForceKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  List<Found> open(Wanted wanted, int most) {
    var before = wanted.dueBefore();
    var after = wanted.after();
    return jdbc.sql(OPEN)
        .param("kinds", wanted.kinds().stream().map(TaskKind::name).toArray(String[]::new))
        .param(
            "before",
            before == null ? null : before.atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("taken", wanted.taken(), Types.BOOLEAN)
        .param("after", after == null ? null : after.value(), Types.OTHER)
        .param("most", most)
        .query((row, number) -> found(row))
        .list();
  }

  Optional<Found> find(Handle task) {
    return jdbc.sql(ONE)
        .param("handle", task.value())
        .query((row, number) -> found(row))
        .optional();
  }

  private Found found(ResultSet row) throws SQLException {
    var caseId = row.getObject(9, UUID.class);
    var key = keys.dataKey(caseId, row.getBytes(12));
    var kind = TaskKind.valueOf(row.getString(3));
    var person = row.getObject(13, UUID.class);
    return new Found(
        caseId,
        person,
        new Open(
            new Handle(row.getObject(1, UUID.class)),
            row.getInt(2),
            kind,
            State.valueOf(row.getString(4)),
            ShownTasks.reference(caseId, row.getBytes(11), key),
            person == null ? null : source(person, row.getBytes(14), key),
            row.getString(10),
            StaffRole.valueOf(row.getString(5)),
            row.getString(6),
            Objects.requireNonNull(row.getTimestamp(7)).toInstant(),
            Objects.requireNonNull(row.getTimestamp(8)).toInstant(),
            TaskAnswer.anywhere(kind)));
  }

  private static @Nullable String source(UUID person, byte @Nullable [] words, DataKey key) {
    return words == null
        ? null
        : Words.open(key, person, words, Words.Person.PLACE, Words.Person.class).id();
  }

  /** A task, and whom it is about. */
  record Found(UUID caseId, @Nullable UUID personId, Open open) {}
}
