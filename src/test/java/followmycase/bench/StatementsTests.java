package followmycase.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What the hot requests ask of the database, as the database itself tells it; never how fast. */
@TestInstance(Lifecycle.PER_CLASS)
class StatementsTests {

  private static final int CASES = 3;
  private static final int LINES = 40;

  /** Of two forces with this little, reading all of one looks as cheap as finding each row. */
  private static final String AS_MUCH_OF_ANOTHER_FORCE =
      """
      with more as (
        insert into police.case_file (force_id, id, handle, reference_digest, made_at)
        select 2, gen_random_uuid(), gen_random_uuid(), sha256(reference_digest), made_at
        from police.case_file where force_id = 1
        returning id),
      keys as (
        insert into police.case_key (force_id, case_id, wrapped) select 2, id, '\\x00' from more)
      insert into police.case_page (force_id, case_id, told_at) select 2, id, now() from more
      """;

  private World world;
  private List<Script> updates;

  @BeforeAll
  void record(@TempDir Path home) throws Exception {
    world = World.of(home, 1, CASES * 2 * LINES, "--followmycase.intake.chunk-wait=30s").silent();
    updates = Scripts.updates(world, CASES);
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void aPageIsTheSessionOneReadAndItsTrace() throws Exception {
    for (var page : Scripts.pages(world, CASES)) {
      assertThat(page.statements())
          .satisfiesExactly(
              session -> assertThat(session).contains("from people.session"),
              binding -> assertThat(binding).contains("set_config('app.force', $1, true)"),
              read -> assertThat(read).contains("police.grant_access", "police.case_page"),
              trace -> assertThat(trace).contains("police.audit_entry", "police.audit_subject"));
    }
  }

  @Test
  void anUpdateAsksEachThingOnce() {
    for (var update : updates) {
      assertThat(update.statements()).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(10);
    }
  }

  @Test
  void aStreamAsksTheSameHoweverManyLinesItHas() throws Exception {
    var few = Scripts.streams(world, CASES, 2);
    var many = Scripts.streams(world, CASES, LINES).getFirst().statements();

    assertThat(few).extracting(Script::statements).containsOnly(many);
    assertThat(many).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(10);
  }

  /** Tasks and their number stand on the same page: one read more, and the trace of the tasks. */
  @Test
  void aWorklistIsTwoReadsAndItsTrace() throws Exception {
    var work = Scripts.work(Desk.of(world, 2 * LINES, 20 * LINES)).getFirst().statements();
    var cases = work.stream().filter(sql -> sql.contains("police.case_")).toList();
    assertThat(cases)
        .satisfiesExactly(
            due -> assertThat(due).contains("limit"),
            people -> assertThat(people).contains("police.case_person", "police.verdict"),
            tasks -> assertThat(tasks).contains("from police.task", "limit", "counted.free"));
    assertThat(work)
        .hasSizeLessThanOrEqualTo(11)
        .filteredOn(sql -> sql.contains("police.audit_entry"))
        .hasSize(2)
        .allMatch(trace -> trace.contains("police.audit_subject"));
    assertThat(Decisions.measured().met()).isTrue();
  }

  /**
   * A connection keeps its plans. One that was made while a first load had written little may read
   * all of a force's rows for each that is asked for, and the load then comes to a standstill.
   */
  @Test
  void aPlanMadeWhileLittleStoodFindsEachRowByItself() throws Exception {
    world.product().ask(AS_MUCH_OF_ANOTHER_FORCE);
    world.product().ask("analyze");
    var asked = Scripts.streams(world, CASES, LINES).getFirst().statements();
    try (var database = DriverManager.getConnection(simply());
        var statement = database.createStatement()) {
      statement.execute("set enable_seqscan = off; set app.force = '1'");
      for (var sql : asked.stream().filter(StatementsTests::reads).toList()) {
        assertThat(plan(statement, sql))
            .as(sql)
            .isNotEmpty()
            .noneMatch(line -> line.contains("Join Filter"))
            .noneMatch(line -> line.matches(".*Hash Cond.*case_(id|key).*"));
      }
    }
  }

  private String simply() {
    return world.product().database("portal_app") + "&preferQueryMode=simple";
  }

  /** Values of rows to be written have types that only their caller knows. */
  private static boolean reads(String sql) {
    return sql.contains("police.") && !sql.contains("insert into") && !sql.startsWith("update");
  }

  private static List<String> plan(java.sql.Statement statement, String sql) throws SQLException {
    var plan = new ArrayList<String>();
    try (var rows = statement.executeQuery("explain (generic_plan, costs off) " + sql)) {
      while (rows.next()) {
        plan.add(rows.getString(1));
      }
    }
    return plan;
  }

  @Test
  void straightSqlDoesWhatTheRequestDoes() throws Exception {
    var entries = told("select count(*) from police.timeline_entry");
    var traces = told("select count(*) from police.audit_entry");

    try (var connection = new Replay(world.product().database("portal_app"), updates)) {
      connection.once();
      connection.once();
    }

    assertThat(told("select count(*) from police.timeline_entry")).isEqualTo(entries + 2);
    assertThat(told("select count(*) from police.audit_entry")).isEqualTo(traces + 2);
    try (var wire = new Wire(world.product().port())) {
      for (var seen : world.cases().subList(0, CASES)) {
        assertThat(wire.send(seen.page()).status()).isEqualTo(200);
      }
    }
  }

  private long told(String query) {
    return Long.parseLong(world.product().ask(query).getFirst());
  }
}
