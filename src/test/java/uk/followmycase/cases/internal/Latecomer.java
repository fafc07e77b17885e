package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import followmycase.platform.TestDatabase;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;

/**
 * A force with many cases that joined others: what the database knows of its tables it was told
 * before, and it hears no more until a tenth of all forces' rows has changed.
 */
record Latecomer(
    ForceId force,
    String database,
    JdbcClient jdbc,
    TransactionTemplate transactions,
    Clock clock) {

  private static final int OTHERS = 200;
  private static final Pattern BLOCKS = Pattern.compile("Buffers: shared hit=(\\d+)");

  /** Joins with as many cases, once, and written into the tables in this order. */
  void joins(int cases, int officers, List<String> tables) {
    if (in(() -> jdbc.sql("select count(*) from police.case_file").query(Long.class).single())
        > 0) {
      return;
    }
    var others = new ForceId(force.value() + 1000);
    new Latecomer(others, database, jdbc, transactions, clock).written(OTHERS, officers, tables);
    TestDatabase.asSuperuser(database, "analyze");
    written(cases, officers, tables);
  }

  private void written(int cases, int officers, List<String> tables) {
    var all = Map.of("officers", officers, "cases", cases, "now", Timestamp.from(clock.instant()));
    in(() -> tables.stream().mapToInt(sql -> jdbc.sql(sql).params(all).update()).sum());
  }

  /** How a statement is answered, line by line. */
  List<String> explained(String statement, Map<String, Object> asked) {
    return in(
        () ->
            jdbc.sql("explain (analyze, buffers, costs off, timing off) " + statement)
                .params(asked)
                .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                .list());
  }

  /** How many blocks were read for it. */
  static int blocks(String plan) {
    var read = BLOCKS.matcher(plan);
    assertThat(read.find()).as(plan).isTrue();
    return Integer.parseInt(read.group(1));
  }

  /** Some work bound to the force. */
  <R> R in(Supplier<R> work) {
    return Objects.requireNonNull(
        ForceBinding.call(force, () -> transactions.execute(status -> work.get())));
  }
}
