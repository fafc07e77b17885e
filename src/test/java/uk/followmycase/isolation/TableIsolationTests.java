package uk.followmycase.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import followmycase.platform.TestDatabase;
import followmycase.platform.TestDatabaseAutoConfiguration;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.audit.TrailExports;
import uk.followmycase.audit.TrailQuestion;
import uk.followmycase.identity.HeldForms;
import uk.followmycase.identity.Staff;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Vouching;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.StaffRole;

/**
 * Whatever any repository may ask for: arbitrary statements as the application's role, bound to a
 * force, over every table in which another has rows.
 */
@TwinForcesTest
class TableIsolationTests {

  /** What PostgreSQL says to whoever lacks a right, the wall's included. */
  private static final String REFUSED = "42501";

  /** Tables in which a victim's whole way leaves no rows. */
  private static final Set<String> EMPTY = Set.of();

  @Autowired private ApplicationContext product;
  @Autowired private TestDatabaseAutoConfiguration.Name database;
  @Autowired private MovableClock clock;

  @Test
  void noStatementReachesARowOfAnotherForce() throws SQLException {
    clock.advanceToNoon();
    var one = Tenant.of(product, TwinForcesTest.ONE).force().id();
    var other = Tenant.of(product, TwinForcesTest.OTHER).force().id();
    somebodyWorksFor(one);
    somebodyWorksFor(other);
    bothHaveBudgetsAndReceipts();
    bothHaveDesks();
    bothHaveTasks();
    try (var rows = new Rows(database.value());
        var bound = bound(other.value())) {
      var walled = rows.tables().stream().filter(table -> table.startsWith("police.")).toList();
      assertThat(walled).hasSizeGreaterThan(15);
      for (var table : walled) {
        new Attack(bound, table, one.value(), other.value()).reachesNothing(rows);
      }
    }
  }

  private void bothHaveTasks() {
    for (var rows :
        List.of(
            """
            police.task (force_id, id, handle, kind, role, case_id, subject, state, opened_at, due_at, changed_at)
            select force_id, id, id, 'REASONS_MISSING', 'OFFICER', id, id, 'OPEN', now(), now(), now() from police.case_file""",
            """
            police.decision (force_id, id, person_id, case_id, once, outcome, grounds, staff, decided_at, words)
            select force_id, id, id, case_id, id, 'APPROVED', '{}', id, now(), '' from police.case_person""",
            """
            police.representation (force_id, person_id, case_id, kind, sees, until_on, added_at, staff)
            select force_id, id, case_id, 'LAWYER', 'WHOLE', current_date, now(), id from police.case_person""",
            """
            police.task_event (force_id, id, task, version, kind, state, due_at, made_at)
            select force_id, id, id, 1, 'REASONS_MISSING', 'OPEN', now(), now() from police.case_file""")) {
      TestDatabase.asSuperuser(database.value(), "insert into " + rows + " on conflict do nothing");
    }
  }

  private void bothHaveBudgetsAndReceipts() {
    TestDatabase.asSuperuser(
        database.value(),
        """
        insert into police.delivery_budget (force_id, channel, day, used, left_over, as_of)
        select force_id, 'TEXT', current_date, 1, 0, now() from plumbing.force_register
        on conflict do nothing;
        insert into police.invitation_pace select force_id, now() from plumbing.force_register
        on conflict do nothing;
        insert into police.switch_turn
          (force_id, id, name, stopped, scope, turned_at, staff, sealed)
        select force_id, gen_random_uuid(), 'notices', false, 'FORCE', now(), gen_random_uuid(), ''
        from plumbing.force_register;
        insert into police.delivery_receipt (force_id, attempt_id, word, said_at, heard_at)
        select force_id, id, 'DELIVERED', now(), now() from police.delivery_attempt""");
  }

  private void bothHaveDesks() {
    for (var rows :
        List.of(
            """
            police.cover (force_id, id, handle, collar_number, covered_by, units, until_on, set_by, set_at)
            select force_id, id, id, '1', '2', '{}', current_date, id, now() from police.case_file""",
            """
            police.staff_exclusion (force_id, account, excluded_at, excluded_by, sealed)
            select force_id, id, now(), id, '' from police.case_file""",
            """
            police.caller (force_id, id, case_id, staff, checked, at, until)
            select force_id, id, id, id, 'DOCUMENT', now(), now() from police.case_file""",
            """
            police.broken_glass (force_id, id, handle, case_id, staff, units, at, until, words)
            select force_id, id, id, id, id, '{}', now(), now(), '' from police.case_file""",
            """
            police.conflict (force_id, id, handle, staff, kind, digest, words, said_by, said_at)
            select force_id, id, id, id, 'NAME', '', '', id, now() from police.case_file""",
            """
            police.look (force_id, case_id, staff, at, bond, words)
            select force_id, id, id, now(), 'OWN', '' from police.case_file""",
            """
            police.answered_unit (force_id, unit, seen_at)
            select force_id, '', now() from police.case_file""",
            """
            police.search_term (force_id, staff, digest, at)
            select force_id, id, '', now() from police.case_file""",
            """
            police.browsing (force_id, id, handle, staff, units, at, looks, words)
            select force_id, id, id, id, '{}', now(), 20, '' from police.case_file""")) {
      TestDatabase.asSuperuser(database.value(), "insert into " + rows + " on conflict do nothing");
    }
  }

  private void somebodyWorksFor(ForceId force) {
    var officer =
        new Staff.Vouched(
            Vouching.as(StaffRole.OFFICER),
            "officer",
            Set.of(Vouching.GROUP),
            "Alex",
            null,
            Set.of());
    var pass = ForceBinding.call(force, () -> product.getBean(Staff.class).admit(officer));
    ForceBinding.run(
        force, () -> writesAndAsks(((Staff.Admission.In) pass).pass().account(), force));
  }

  private void writesAndAsks(StaffId id, ForceId force) {
    var now = clock.instant();
    var who = new StaffMember(id, force, Set.of(StaffRole.OFFICER), "1", Set.of(), "Alex", now);
    var form = new HeldForms.HeldForm("/form", Map.of("field", List.of("words")));
    assertThat(product.getBean(HeldForms.class).keep(who.id(), form)).isPresent();
    var question = new TrailQuestion(new TrailQuestion.About.By(who.actor()), now, now);
    product
        .getBean(TrailExports.class)
        .ask(new TrailExports.Requester(who.actor(), "Alex", "1"), question, "why");
  }

  private Connection bound(int force) throws SQLException {
    var connection = DriverManager.getConnection(TestDatabase.url(database.value(), "portal_app"));
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("select set_config('app.force', '%d', true)".formatted(force));
    }
    return connection;
  }

  private record Attack(Connection bound, String table, int victim, int self) {

    void reachesNothing(Rows rows) throws SQLException {
      var theirs = rows.texts(filled("select to_jsonb(t)::text from {t} t where force_id = {v}"));
      if (theirs.isEmpty()) {
        assertThat(EMPTY).as("no rows of the other force to try with").contains(table);
        return;
      }
      assertThat(answer("select count(*) from {t} where force_id = {v}"))
          .as(table)
          .isIn("0", REFUSED);
      assertThat(answer("select count(*) from {t} where force_id <> {s}")).isIn("0", REFUSED);
      for (var change :
          List.of(
              "update {t} set force_id = {v} where true",
              "delete from {t} where force_id = {v}",
              "update {t} set force_id = {s} where force_id = {v}")) {
        assertThat(answer(change)).as(table + ": " + change).isIn("0", REFUSED);
      }
      assertThat(answer(insert(rows, theirs.getFirst()))).as(table).isEqualTo(REFUSED);
    }

    /** The very row once more, but for what the database fills in itself. */
    private String insert(Rows rows, String row) {
      var columns =
          rows
              .texts(
                  filled(
                      """
                      select attname from pg_attribute
                      where attrelid = '{t}'::regclass and attnum > 0 and attgenerated = '' and not attisdropped"""))
              .stream()
              .collect(Collectors.joining(", "));
      return "insert into {t} (%1$s) select %1$s from jsonb_populate_record(null::{t}, '%2$s')"
          .formatted(columns, row.replace("'", "''"));
    }

    private String filled(String sql) {
      return sql.replace("{t}", table).replace("{v}", "" + victim).replace("{s}", "" + self);
    }

    /** How many rows were reached, or why none. */
    private String answer(String sql) throws SQLException {
      var before = bound.setSavepoint();
      try (var statement = bound.createStatement()) {
        if (!statement.execute(filled(sql))) {
          return Integer.toString(statement.getUpdateCount());
        }
        try (var found = statement.getResultSet()) {
          found.next();
          return found.getString(1);
        }
      } catch (SQLException refused) {
        return String.valueOf(refused.getSQLState());
      } finally {
        bound.rollback(before);
      }
    }
  }
}
