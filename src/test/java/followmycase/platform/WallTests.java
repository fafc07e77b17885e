package followmycase.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;

/** The wall itself, on a table made for the purpose. */
class WallTests {

  private static final ForceId ONE = new ForceId(1);
  private static final ForceId TWO = new ForceId(2);

  private JdbcClient jdbc;
  private TransactionTemplate transactions;

  @BeforeEach
  void walledTable() {
    var database = TestDatabase.fresh();
    TestDatabase.asSuperuser(
        database,
        """
        set role portal_owner;
        create table police.thing (force_id int not null, id int not null, primary key (force_id, id));
        call plumbing.wall('police.thing')
        """);
    var dataSource =
        new DriverManagerDataSource(TestDatabase.url(database, "portal_app"), "portal_app", "");
    jdbc = JdbcClient.create(dataSource);
    transactions =
        new TransactionTemplate(new ForceBindingAutoConfiguration().transactionManager(dataSource));
  }

  @Test
  void aForceSeesItsOwnRowsOnly() {
    insert(ONE, 1);
    insert(TWO, 2);
    assertThat(idsSeenBy(ONE)).containsExactly(1);
    assertThat(idsSeenBy(TWO)).containsExactly(2);
  }

  @Test
  void aRowOfAnotherForceCannotBeWritten() {
    assertThatThrownBy(
            () ->
                ForceBinding.run(
                    ONE,
                    () ->
                        transactions.executeWithoutResult(
                            status -> jdbc.sql("insert into police.thing values (2, 1)").update())))
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void unboundAccessThrows() {
    insert(ONE, 1);
    assertThatThrownBy(() -> jdbc.sql("select count(*) from police.thing").query().singleValue())
        .hasStackTraceContaining("app.force");
    assertThatThrownBy(
            () ->
                transactions.execute(
                    status -> jdbc.sql("select count(*) from police.thing").query().singleValue()))
        .isInstanceOf(Exception.class);
  }

  @Test
  void workForOneForceCannotTurnToAnother() {
    assertThatThrownBy(() -> ForceBinding.run(ONE, () -> ForceBinding.run(TWO, () -> {})))
        .isInstanceOf(ForceBinding.OtherForceBound.class);
  }

  private void insert(ForceId force, int id) {
    ForceBinding.run(
        force,
        () ->
            transactions.executeWithoutResult(
                status ->
                    jdbc.sql("insert into police.thing values (?, ?)")
                        .params(force.value(), id)
                        .update()));
  }

  private java.util.List<Integer> idsSeenBy(ForceId force) {
    return ForceBinding.call(
        force,
        () ->
            transactions.execute(
                status -> jdbc.sql("select id from police.thing").query(Integer.class).list()));
  }
}
