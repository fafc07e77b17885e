package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import followmycase.platform.TestDatabaseAutoConfiguration;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.cases.desk.Worklist;
import uk.followmycase.cases.desk.Worklist.Of;
import uk.followmycase.tenancy.ForceId;

/**
 * A worklist costs what is on it, however many cases the force has: each of its two reads finds its
 * rows by an index. (That it asks for no more than these two is the bench's to count.)
 */
@SpringBootTest
class WorklistPlansTests {

  private static final ForceId FORCE = new ForceId(910_097);
  private static final int CASES = 20_000;
  private static final int OFFICERS = 100;
  private static final int OWN = CASES / OFFICERS;

  /** For each case of one's own: the case, its page, conflicts; for each shown a little more. */
  private static final int MOST_BLOCKS = 16 * OWN + 20 * Worklist.PAGE;

  private static final String FILES =
      """
      insert into police.case_file (force_id, id, handle, reference_digest, kind, offence, stage, collar_number, unit, words, made_at)
      select police.bound_force(), ('00000000-0000-0000-0097-' || lpad(n::text, 12, '0'))::uuid, gen_random_uuid(),
        decode(md5(n::text), 'hex'), 'CRIME', '028/01', case when n % 5 = 0 then 'CLOSED' else 'INVESTIGATING' end,
        'W' || n % :officers, decode(md5('unit' || n % :officers), 'hex'), decode(md5(n::text), 'hex'), cast(:now as timestamptz)
      from generate_series(1, :cases) n
      """;

  private static final String KEYS =
      """
      insert into police.case_key (force_id, case_id, wrapped)
      select force_id, id, words from police.case_file
      """;

  private static final String PAGES =
      """
      insert into police.case_page (force_id, case_id, told_at, last_at)
      select force_id, id, made_at, made_at from police.case_file
      """;

  private static final String PEOPLE =
      """
      insert into police.case_person (force_id, id, case_id, source_digest, body_digest, role, text_safe, email_safe,
        shared, enhanced, safe_digests, unsafe_digests, words, name_digest)
      select force_id, id, id, words, words, 'VICTIM', true, true, false, false, '', '', words, words from police.case_file
      """;

  private static final String VERDICTS =
      """
      insert into police.verdict (force_id, person_id, case_id, standing, reasons, revision, judged_at)
      select force_id, id, id, 'ELIGIBLE_STANDARD', '{}', 1, made_at from police.case_file
      """;

  @Autowired TestDatabaseAutoConfiguration.Name database;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;
  @Autowired Clock clock;
  private Latecomer force;

  @BeforeEach
  void aForceWithManyCases() {
    force = new Latecomer(FORCE, database.value(), jdbc, transactions, clock);
    force.joins(CASES, OFFICERS, List.of(FILES, KEYS, PAGES, PEOPLE, VERDICTS));
  }

  @Test
  void anOfficersOpenCasesAreFoundByTheirIndex() {
    costsWhatIsOnIt(force.explained(WorkRows.sql(Of.OFFICER), asking()), "collar_number");
  }

  @Test
  void thoseOfUnitsAreFoundByTheirIndex() {
    costsWhatIsOnIt(force.explained(WorkRows.sql(Of.UNITS), asking()), "unit");
  }

  @Test
  void peopleAreFoundByTheirCases() {
    var cases =
        force.in(
            () ->
                jdbc.sql("select id from police.case_file order by id limit 25")
                    .query(UUID.class)
                    .list());
    var asked =
        Map.of("cases", Columns.ids(cases), "held", "NEEDS_PERSON", "shut", (Object) "SUSPENDED");
    costsWhatIsOnIt(force.explained(ListedPeople.ON, asked), "case_id");
  }

  private static void costsWhatIsOnIt(List<String> plan, String by) {
    var text = String.join("\n", plan);
    assertThat(plan)
        .as(text)
        .anyMatch(line -> line.contains("Index Cond:") && line.contains(by))
        .noneMatch(line -> line.contains("Seq Scan"));
    assertThat(text).as("lines are found at all").containsPattern("rows=25\\b");
    assertThat(Latecomer.blocks(text)).as(text).isBetween(1, MOST_BLOCKS);
  }

  private Map<String, Object> asking() {
    var asked = new HashMap<String, Object>();
    asked.put("staff", UUID.randomUUID());
    asked.put("collar", "W7");
    asked.put("units", new SqlArrayValue("bytea", (Object[]) new byte[][] {force.in(this::unit)}));
    asked.put("names", new SqlArrayValue("bytea", (Object[]) new byte[][] {{1}}));
    asked.put("today", Date.valueOf(LocalDate.of(2026, 3, 1)));
    asked.put("now", java.sql.Timestamp.from(clock.instant()));
    asked.put("most", Worklist.PAGE);
    asked.put("from", 0);
    return asked;
  }

  private byte[] unit() {
    return jdbc.sql("select unit from police.case_file where collar_number = 'W7' limit 1")
        .query(byte[].class)
        .single();
  }
}
