package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.desk.TaskDesk.Line;
import uk.followmycase.cases.desk.TaskDesk.Remark;
import uk.followmycase.cases.desk.TaskDesk.Shown;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Tasks as pages show them. */
@Component
class ShownTasks {

  private static final String CASE =
      """
      select c.id, c.handle, c.words, k.wrapped from police.case_file c
        join police.case_key k on k.force_id = c.force_id and k.case_id = c.id
      where c.id = :case
      """;

  private final JdbcClient jdbc;
  private final ForceKeys keys;
  private final Clock clock;

  ShownTasks(JdbcClient jdbc, ForceKeys keys, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.clock = clock;
  }

  Shown of(Task task, StaffMember who) {
    return of(task, who, file(task.cause().caseId()), person(task.cause().personId()));
  }

  /** Those of one case. */
  List<Shown> of(List<Task> tasks, StaffMember who, Map<UUID, Handle> people) {
    if (tasks.isEmpty()) {
      return List.of();
    }
    var file = file(tasks.getFirst().cause().caseId());
    return tasks.stream()
        .map(task -> of(task, who, file, people.get(task.cause().personId())))
        .toList();
  }

  private Shown of(Task task, StaffMember who, Named file, @Nullable Handle person) {
    return new Shown(
        line(task, file.reference(), who),
        task.version(),
        task.state().live(),
        task.role(),
        file.handle(),
        person,
        task.state() == TaskState.PROPOSED,
        true,
        task.confirmableBy(who),
        task.remarks().stream()
            .map(said -> new Remark(said.who(), said.at(), said.did(), said.note()))
            .toList());
  }

  Line line(Task task, String reference, StaffMember who) {
    var cause = task.cause();
    return new Line(
        new Handle(cause.handle()),
        cause.kind(),
        reference,
        cause.openedAt(),
        cause.dueAt(),
        cause.dueAt().isBefore(clock.instant()),
        task.state() != TaskState.OPEN,
        who.id().value().equals(task.holder()));
  }

  private @Nullable Handle person(@Nullable UUID id) {
    return id == null
        ? null
        : jdbc.sql("select handle from police.case_person where id = :person")
            .param("person", id)
            .query((row, number) -> new Handle(row.getObject(1, UUID.class)))
            .single();
  }

  private Named file(UUID caseId) {
    return jdbc.sql(CASE).param("case", caseId).query((row, number) -> named(row)).single();
  }

  private Named named(ResultSet row) throws SQLException {
    var id = row.getObject(1, UUID.class);
    return new Named(
        new Handle(row.getObject(2, UUID.class)),
        reference(id, row.getBytes(3), keys.dataKey(id, row.getBytes(4))));
  }

  /** A case of which only updates have come has none yet. */
  static String reference(
      UUID id, byte @Nullable [] words, uk.followmycase.tenancy.keys.DataKey key) {
    return words == null
        ? ""
        : Words.open(key, id, words, Words.File.PLACE, Words.File.class).reference();
  }

  private record Named(Handle handle, String reference) {}
}
