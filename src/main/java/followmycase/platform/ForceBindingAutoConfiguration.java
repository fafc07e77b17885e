package followmycase.platform;

import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.TransactionAttribute;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceBound;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.KeptPlans;

/** Carries the bound force into every transaction, listener and task. */
@AutoConfiguration(before = DataSourceTransactionManagerAutoConfiguration.class)
class ForceBindingAutoConfiguration {

  private static final String BIND = "select set_config('app.force', ?, true)";

  private static final String KEEP_PLANS =
      ", set_config('plan_cache_mode', 'force_generic_plan', true),"
          + " set_config('enable_hashjoin', 'off', true),"
          + " set_config('enable_mergejoin', 'off', true)";

  @Bean
  JdbcTransactionManager transactionManager(DataSource dataSource) {
    return new JdbcTransactionManager(dataSource) {
      @Override
      protected void prepareTransactionalConnection(
          Connection connection, TransactionDefinition definition) throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        var force = ForceBinding.ifBound();
        if (force.isPresent()) {
          bind(connection, force.get(), keptPlans(definition) ? BIND + KEEP_PLANS : BIND);
        }
      }
    };
  }

  private static boolean keptPlans(TransactionDefinition definition) {
    return KeptPlans.MARK.equals(definition.getName())
        || (definition instanceof TransactionAttribute attribute
            && attribute.getLabels().contains(KeptPlans.MARK));
  }

  /** Lives for the transaction only; pgjdbc sends it together with BEGIN. */
  private static void bind(Connection connection, ForceId force, String sql) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, Integer.toString(force.value()));
      statement.execute();
    }
  }

  /** Ordered outside the transaction advice: a listener's force is bound before its transaction. */
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor forceBindingAdvisor() {
    var listeners =
        new StaticMethodMatcherPointcut() {
          @Override
          public boolean matches(Method method, Class<?> type) {
            return method.getParameterCount() == 1
                && ForceBound.class.isAssignableFrom(method.getParameterTypes()[0])
                && AnnotatedElementUtils.hasAnnotation(method, EventListener.class);
          }
        };
    MethodInterceptor binding =
        call -> {
          var event = (ForceBound) Objects.requireNonNull(call.getArguments()[0]);
          return ForceBinding.call(event.force(), call::proceed);
        };
    var advisor = new DefaultPointcutAdvisor(listeners, binding);
    advisor.setOrder(0);
    return advisor;
  }

  @Bean
  ExecutionInterceptor forceBindingTasks() {
    return (task, context, chain) ->
        task.getData() instanceof ForceBound bound
            ? ForceBinding.call(bound.force(), () -> chain.proceed(task, context))
            : chain.proceed(task, context);
  }
}
