package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import followmycase.platform.TestDatabaseAutoConfiguration;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.StaffRole;

/**
 * What waits for somebody costs what is shown of it, on the first page and in the number that
 * stands on every page of a desk, however much waits for others, however much there has been, and
 * whoever of the forces is the last to join.
 */
@SpringBootTest
class TaskPlansTests {

  private static final ForceId FORCE = new ForceId(910_094);
  private static final int CASES = 20_000;
  private static final int OFFICERS = 400;
  private static final int OWN = CASES / OFFICERS;

  /** Who has several roles has each way read to the end, but no further than anybody counts. */
  private static final int DEEP = 10_100;

  private static final String FILES =
      """
      insert into police.case_file (force_id, id, handle, reference_digest, kind, stage, collar_number, unit, made_at)
      select police.bound_force(), ('00000000-0000-0000-0094-' || lpad(n::text, 12, '0'))::uuid, gen_random_uuid(),
        decode(md5(n::text), 'hex'), 'CRIME', 'INVESTIGATING', 'T' || n % :officers,
        decode(md5('unit' || n % :officers), 'hex'), cast(:now as timestamptz)
      from generate_series(1, :cases) n
      """;

  private static final String PEOPLE =
      """
      insert into police.case_person (force_id, id, case_id, source_digest, body_digest, role, text_safe, email_safe,
        shared, enhanced, safe_digests, unsafe_digests, words, name_digest)
      select force_id, id, id, handle::text::bytea, '', 'VICTIM', true, true, false, false, '', '', '', reference_digest
      from police.case_file
      """;

  /** For each case an open one of the officer's, one of safeguarding's and some that ended. */
  private static final String TASKS =
      """
      insert into police.task (force_id, id, handle, kind, role, case_id, subject, state, opened_at, due_at, changed_at,
        ended_at, officer, unit)
      select c.force_id, gen_random_uuid(), gen_random_uuid(), 'CONTACT_WRONG', case n when 1 then 'SAFEGUARDING' else 'OFFICER' end,
        c.id, gen_random_uuid(), case when n < 2 then 'OPEN' else 'GONE' end, c.made_at,
        c.made_at + n * interval '1 day', c.made_at, case when n > 1 then c.made_at end, c.collar_number, c.unit
      from police.case_file c, generate_series(0, 5) n
      """;

  @Autowired TestDatabaseAutoConfiguration.Name database;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;
  @Autowired Clock clock;
  private Latecomer force;

  @BeforeEach
  void aForceWithManyTasks() {
    force = new Latecomer(FORCE, database.value(), jdbc, transactions, clock);
    force.joins(CASES, OFFICERS, List.of(FILES, PEOPLE, TASKS));
  }

  @Test
  void anOfficersAreFoundByTheOfficer() {
    costsNoMoreThan(14 * OWN, StaffRole.OFFICER, "task_officer");
  }

  @Test
  void aSupervisorsAreFoundByTheirUnit() {
    costsNoMoreThan(14 * 2 * OWN, StaffRole.SUPERVISOR, "task_unit");
  }

  /** All of the force's are theirs: as many are read as are counted, and not all. */
  @Test
  void ofSafeguardingsNoMoreAreReadThanAreCounted() {
    costsNoMoreThan(14 * 100, StaffRole.SAFEGUARDING, "task_safeguardings");
  }

  private void costsNoMoreThan(int blocks, StaffRole role, String index) {
    for (var sql : List.of(TaskReach.free(Set.of(role)), TaskReach.page(Set.of(role)))) {
      costs(explained(sql, role), blocks, index);
    }
    var both = Set.of(role, StaffRole.CONTACT_HANDLER);
    costs(explained(TaskReach.free(both), role), blocks + DEEP, index);
  }

  private static void costs(String plan, int blocks, String index) {
    assertThat(plan)
        .as(plan)
        .containsPattern("(using|on) " + index + "\\b")
        .doesNotContain("Seq Scan on task")
        .doesNotContain("Seq Scan on case_file");
    assertThat(Latecomer.blocks(plan)).as(plan).isBetween(1, blocks);
  }

  private String explained(String sql, StaffRole role) {
    var asked = new HashMap<String, Object>();
    asked.put("staff", UUID.randomUUID());
    asked.put("roles", new SqlArrayValue("text", role.name()));
    asked.put("collar", "T7");
    asked.put("units", bytes(force.in(this::unit)));
    asked.put("names", bytes(new byte[] {1}));
    asked.put("today", Date.valueOf(LocalDate.of(2026, 3, 1)));
    asked.put("now", Timestamp.from(clock.instant()));
    asked.put("many", 100);
    asked.put("deep", 10_000);
    asked.put("counted", 0);
    asked.put("most", 5);
    asked.put("from", 0);
    return String.join("\n", force.explained(sql, asked));
  }

  private static SqlArrayValue bytes(byte[] digest) {
    return new SqlArrayValue("bytea", (Object[]) new byte[][] {digest});
  }

  private byte[] unit() {
    return jdbc.sql("select unit from police.case_file where collar_number = 'T7' limit 1")
        .query(byte[].class)
        .single();
  }
}
