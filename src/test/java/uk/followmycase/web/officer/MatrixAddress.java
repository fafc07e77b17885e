package uk.followmycase.web.officer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.cases.desk.Tasks.Need;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** A case with somebody on it, something told about it, and tasks; as addresses name them. */
record MatrixAddress(String file, String person, String line, Map<TaskKind, String> tasks) {

  /** What the pages of tasks are asked about: an answer, a decision, and two who must agree. */
  private static final List<TaskKind> KINDS =
      List.of(TaskKind.VICTIM_NOT_TOLD, TaskKind.NEEDS_A_PERSON, TaskKind.ACCESS_SUSPENDED);

  /**
   * The newest case of a force, of which tasks now wait for its officer: so they tie nobody to it.
   *
   * @param update id of what was told about it
   */
  static MatrixAddress newest(ApplicationContext product, Force force, String update) {
    return ForceBinding.call(
        force.id(),
        () ->
            java.util.Objects.requireNonNull(
                product
                    .getBean(TransactionTemplate.class)
                    .execute(status -> newest(product, update))));
  }

  /** Where there is nothing. */
  static MatrixAddress absent() {
    return all(Handle.random().toString());
  }

  /** The same word everywhere. */
  static MatrixAddress all(String word) {
    var tasks = new HashMap<TaskKind, String>();
    KINDS.forEach(kind -> tasks.put(kind, word));
    return new MatrixAddress(word, word, word, tasks);
  }

  /** This case with what belongs to another. */
  MatrixAddress with(MatrixAddress other) {
    return new MatrixAddress(file, other.person, other.line, tasks);
  }

  /** A page's address, the task being of the kind that the page is for. */
  String of(String path) {
    return path.replace("{handle}", file)
        .replace("{person}", person)
        .replace("{line}", line)
        .replace("{task}", tasks.getOrDefault(kind(path), ""))
        .replaceAll("\\{[^}]*}", "any");
  }

  private static TaskKind kind(String path) {
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "decide" -> TaskKind.NEEDS_A_PERSON;
      case "propose", "confirm", "decline" -> TaskKind.ACCESS_SUSPENDED;
      default -> TaskKind.VICTIM_NOT_TOLD;
    };
  }

  private static MatrixAddress newest(ApplicationContext product, String update) {
    var jdbc = product.getBean(JdbcClient.class);
    var file = one(jdbc, "select id from police.case_file order by id desc limit 1", null);
    var person = one(jdbc, "select id from police.case_person where case_id = ?", file);
    var needs = KINDS.stream().map(kind -> Need.of(kind, file, person, null)).toList();
    product.getBean(Tasks.class).open(needs);
    jdbc.sql("update police.task set role = 'OFFICER' where case_id = ?").param(file).update();
    var tasks = new HashMap<TaskKind, String>();
    jdbc.sql("select kind, handle from police.task where case_id = ?")
        .param(file)
        .query((row, n) -> tasks.put(TaskKind.valueOf(row.getString(1)), named(row.getObject(2))))
        .list();
    return new MatrixAddress(
        named(one(jdbc, "select handle from police.case_file where id = ?", file)),
        named(one(jdbc, "select handle from police.case_person where id = ?", person)),
        line(product.getBean(ForceKeys.class), update),
        tasks);
  }

  private static String line(ForceKeys keys, String update) {
    var digest = java.nio.ByteBuffer.wrap(keys.blind("update in an address", update));
    return named(new UUID(digest.getLong(), digest.getLong()));
  }

  private static String named(Object handle) {
    return new Handle((UUID) handle).toString();
  }

  private static UUID one(
      JdbcClient jdbc, String sql, @org.jspecify.annotations.Nullable UUID about) {
    var asked = about == null ? jdbc.sql(sql) : jdbc.sql(sql).param(about);
    return asked.query(UUID.class).single();
  }
}
