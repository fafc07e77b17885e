package uk.followmycase.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;

/** A page of the trail costs a page, however long the trail is. */
@SpringBootTest
class TrailPlansTests {

  private static final ForceId FORCE = new ForceId(910_092);
  private static final int PAGE = 51;
  private static final int ENTRIES = 30_000;
  private static final int OFFICERS = 100;
  private static final int CASES = 300;

  /** A few blocks for each line, where the whole trail is thousands. */
  private static final int MOST_BLOCKS = 12 * PAGE;

  private static final Pattern BLOCKS = Pattern.compile("Buffers: shared hit=(\\d+)");

  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;
  @Autowired Clock clock;

  /** Every officer looks at each third of the cases, all within the last days. */
  @BeforeEach
  void aLongTrail() {
    in(
        () -> {
          if (count() == 0) {
            jdbc.sql(
                    """
                    with looked as (
                      insert into police.audit_entry (force_id, at, id, actor_kind, actor_id, action, category)
                      select police.bound_force(), cast(:now as timestamptz) - n * interval '7 seconds',
                        ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, 'OFFICER',
                        '00000000-0000-0000-0001-' || lpad((n % :officers)::text, 12, '0'), 'CASE_VIEWED', 'ACCESS'
                      from generate_series(1, :entries) n
                      returning force_id, at, id, actor_id)
                    insert into police.audit_subject (force_id, case_id, at, entry_id, n, person_acting)
                    select force_id,
                      ('00000000-0000-0000-0002-' || lpad((abs(hashtext(id::text)) % :cases)::text, 12, '0'))::uuid,
                      at, id, 1, actor_id::uuid
                    from looked""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("officers", OFFICERS)
                .param("entries", ENTRIES)
                .param("cases", CASES)
                .update();
          }
          return true;
        });
  }

  @Test
  void whatSomebodyDidIsFoundByTheirIndex() {
    var somebody = "00000000-0000-0000-0001-000000000007";
    costsAPage(
        TrailRows.BY_ACCOUNT,
        Map.of("kind", "OFFICER", "actor", somebody, "account", UUID.fromString(somebody)),
        "actor_id");
  }

  @Test
  void whoLookedAtACaseIsFoundByItsKey() {
    costsAPage(
        TrailRows.OF_CASE,
        Map.of("case", UUID.fromString("00000000-0000-0000-0002-000000000007")),
        "case_id");
  }

  private void costsAPage(String statement, Map<String, Object> about, String by) {
    var plan = in(() -> explained(statement, about));
    var text = String.join("\n", plan);
    assertThat(plan)
        .as(text)
        .anyMatch(line -> line.contains("Index Cond:") && line.contains(by))
        .noneMatch(line -> line.contains("Seq Scan") || line.contains("Rows Removed by Filter"));
    assertThat(text)
        .as("lines are found at all")
        .containsPattern("rows=" + PAGE + "\\b|rows=\\d{2}");
    assertThat(blocks(text)).as(text).isBetween(1, MOST_BLOCKS);
  }

  private List<String> explained(String statement, Map<String, Object> about) {
    var now = clock.instant();
    var asked = new HashMap<>(about);
    asked.put("force", FORCE.value());
    asked.put("from", now.minus(Duration.ofDays(30)).atOffset(ZoneOffset.UTC));
    asked.put("to", now.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC));
    asked.put("at", now.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC));
    asked.put("id", new UUID(-1, -1));
    asked.put("most", PAGE);
    return jdbc.sql("explain (analyze, buffers, costs off, timing off) " + statement)
        .params(asked)
        .query((row, number) -> Objects.requireNonNull(row.getString(1)))
        .list();
  }

  private static int blocks(String plan) {
    var found = BLOCKS.matcher(plan);
    assertThat(found.find()).as(plan).isTrue();
    return Integer.parseInt(found.group(1));
  }

  private long count() {
    return jdbc.sql("select count(*) from (select from police.audit_entry limit 1) one")
        .query(Long.class)
        .single();
  }

  private <R> R in(java.util.function.Supplier<R> work) {
    return Objects.requireNonNull(
        ForceBinding.call(FORCE, () -> transactions.execute(status -> work.get())));
  }
}
