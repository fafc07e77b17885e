package uk.followmycase.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.SealBroken;

/** No force sees another's settings, keys or trail, nor can it write there. */
@SpringBootTest
class TenancyIsolationTests {

  private static final UUID ROW = UUID.randomUUID();
  private static final byte[] CLEAR = {1, 2, 3};

  @Autowired Forces forces;
  @Autowired ForceKeys keys;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionOperations transactions;

  private Force one;
  private Force other;

  @BeforeEach
  void twoForces() {
    one = forces.all().getFirst();
    other = forces.all().getLast();
  }

  @ParameterizedTest
  @ValueSource(strings = {"force_key", "force_revision", "audit_entry"})
  void aForceSeesItsOwnRowsAlone(String table) {
    var sql =
        "select count(*) filter (where force_id = ?) > 0 and bool_and(force_id = ?) from police.";
    for (var force : forces.all()) {
      var own = force.id().value();
      assertThat(in(force, () -> jdbc.sql(sql + table).params(own, own).query().singleValue()))
          .isEqualTo(true);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into police.force_key values (?, 2, '', now())",
        "insert into police.force_revision values (?, 99, '', '', '{}', now())",
        "insert into police.audit_entry values (?, now(), gen_random_uuid(), default, '', '', '', '')",
        "insert into police.audit_subject values (?, gen_random_uuid(), now(), gen_random_uuid(), 0)"
      })
  void aForceCannotWriteForAnother(String sql) {
    assertThatThrownBy(() -> in(one, () -> jdbc.sql(sql).param(other.id().value()).update()))
        .hasStackTraceContaining("row-level security");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update police.force_key set wrapped = ''",
        "delete from police.force_key",
        "update police.force_revision set files = '{}'",
        "delete from police.force_revision",
        "update plumbing.force_register set slug = 'x'",
        "delete from plumbing.force_register",
        "update plumbing.platform_key set wrapped = ''"
      })
  void whatIsKeptForGoodCannotBeChanged(String sql) {
    assertThatThrownBy(() -> in(one, () -> jdbc.sql(sql).update()))
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void aForcesKeysOpenNothingOfAnother() {
    var value = in(one, () -> keys.seal("t", ROW, CLEAR));
    var wrapped = in(one, () -> keys.newDataKey(ROW).wrapped());
    assertThat(in(one, () -> keys.open("t", ROW, value))).isEqualTo(CLEAR);
    assertThatThrownBy(() -> in(other, () -> keys.open("t", ROW, value)))
        .isInstanceOf(SealBroken.class);
    assertThatThrownBy(() -> in(other, () -> keys.dataKey(ROW, wrapped)))
        .isInstanceOf(SealBroken.class);
    assertThat(in(one, () -> keys.blind("phone", "x")))
        .isNotEqualTo(in(other, () -> keys.blind("phone", "x")));
  }

  @Test
  void nothingIsSealedForNobody() {
    assertThatThrownBy(() -> keys.seal("t", ROW, CLEAR))
        .isInstanceOf(ForceBinding.NoForceBound.class);
    assertThatThrownBy(() -> forces.current()).isInstanceOf(ForceBinding.NoForceBound.class);
  }

  private <T> T in(Force force, Supplier<T> work) {
    return ForceBinding.call(force.id(), () -> transactions.execute(status -> work.get()));
  }
}
