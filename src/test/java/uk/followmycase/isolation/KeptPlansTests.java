package uk.followmycase.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.KeptPlans;

/** Only what asks for it keeps its plans, and nothing that comes after it on the connection. */
@WholeProductTest
class KeptPlansTests {

  @Autowired PlatformTransactionManager manager;
  @Autowired JdbcClient jdbc;
  @Autowired Forces forces;

  @Test
  void aMarkedTransactionPlansOnceAndByIndex() {
    var labelled = new DefaultTransactionAttribute();
    labelled.setLabels(List.of(KeptPlans.MARK));
    var named = new DefaultTransactionDefinition();
    named.setName(KeptPlans.MARK);
    assertThat(settings(labelled)).containsExactly("force_generic_plan", "off", "off", "off");
    assertThat(settings(named)).containsExactly("force_generic_plan", "off", "off", "off");
    assertThat(settings(new DefaultTransactionDefinition()))
        .containsExactly("auto", "off", "on", "on");
  }

  private List<String> settings(TransactionDefinition definition) {
    return ForceBinding.call(
        forces.all().getFirst().id(),
        () -> {
          var transaction = manager.getTransaction(definition);
          try {
            return jdbc.sql(
                    """
                    select array[current_setting('plan_cache_mode'), current_setting('enable_seqscan'),
                      current_setting('enable_hashjoin'), current_setting('enable_mergejoin')]
                    """)
                .query((row, number) -> List.of((String[]) row.getArray(1).getArray()))
                .single();
          } finally {
            manager.rollback(transaction);
          }
        });
  }
}
