package uk.followmycase.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that a thread sends, and those who work for it. */
public final class StatementCount implements BeanPostProcessor {

  /** For tests in which nothing but the test itself is counted. */
  @TestConfiguration(proxyBeanMethods = false)
  public static class OfOneThread {

    @Bean
    static StatementCount statementCount() {
      return new StatementCount(thread -> false);
    }
  }

  private final List<String> sent = new CopyOnWriteArrayList<>();

  private volatile Thread counted = Thread.currentThread();

  private final Predicate<Thread> theirs;

  /**
   * Counts.
   *
   * @param theirs threads that work for whoever is counted
   */
  public StatementCount(Predicate<Thread> theirs) {
    this.theirs = theirs;
  }

  private boolean counts(Thread running) {
    return counted == running || theirs.test(running);
  }

  /** How many statements the work takes. What others do meanwhile does not count. */
  public int of(Runnable work) {
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
