package uk.followmycase.delivery.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that the module sends. */
final class StatementCount implements BeanPostProcessor {

  private final List<String> sent = new CopyOnWriteArrayList<>();

  private volatile Thread counted = Thread.currentThread();

  /** The look at the queue has a thread of its own. */
  private boolean counts(Thread running) {
    return counted == running || (counted != null && running.getName().equals(QueueWatch.THREAD));
  }

  /** How many statements the work takes. What others do meanwhile does not count. */
  int of(Runnable work) {
    counted = Thread.currentThread();
    sent.clear();
    work.run();
    return sent.size();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource dataSource ? new Counting(dataSource) : bean;
  }

  private final class Counting extends DelegatingDataSource {

    Counting(DataSource dataSource) {
      super(dataSource);
    }

    @Override
    public Connection getConnection() throws SQLException {
      var connection = super.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              Connection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("prepareStatement") && counts(Thread.currentThread())) {
                  sent.add((String) arguments[0]);
                }
                try {
                  return method.invoke(connection, arguments);
                } catch (InvocationTargetException failed) {
                  throw failed.getCause();
                }
              });
    }
  }
}
