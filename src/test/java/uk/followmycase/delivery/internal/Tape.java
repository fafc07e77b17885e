package uk.followmycase.delivery.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Keeps what was asked of the database, with every value, to be asked again straight. */
final class Tape implements BeanPostProcessor {

  private volatile @Nullable List<Asked> running;

  /** One statement and the values that were set, in their order. */
  private record Asked(String sql, List<Value> values) {}

  /** A call that sets one value. */
  private record Value(Method method, @Nullable Object[] arguments) {}

  /** What was asked, in its order. */
  record Script(List<Asked> asked) {

    /** Asks it all of a connection, and reads every row. */
    void run(Connection connection, Map<String, PreparedStatement> prepared)
        throws SQLException, ReflectiveOperationException {
      for (var one : asked) {
        var statement = prepared.get(one.sql());
        if (statement == null) {
          statement = connection.prepareStatement(one.sql());
          prepared.put(one.sql(), statement);
        }
        for (var value : one.values()) {
          value.method().invoke(statement, value.arguments());
        }
        if (statement.execute()) {
          readAll(statement);
        }
      }
    }

    private static void readAll(PreparedStatement statement) throws SQLException {
      try (var rows = statement.getResultSet()) {
        var columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (var column = 1; column <= columns; column++) {
            rows.getString(column);
          }
        }
      }
    }

    int size() {
      return asked.size();
    }
  }

  /** What the work asks. */
  Script of(Runnable work) {
    var asked = new CopyOnWriteArrayList<Asked>();
    running = asked;
    try {
      work.run();
    } finally {
      running = null;
    }
    return new Script(List.copyOf(asked));
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource dataSource ? new Taped(dataSource) : bean;
  }

  private final class Taped extends DelegatingDataSource {

    Taped(DataSource dataSource) {
      super(dataSource);
    }

    @Override
    public Connection getConnection() throws SQLException {
      var connection = super.getConnection();
      var tape = running;
      return tape == null ? connection : taped(connection, tape);
    }
  }

  private static Connection taped(Connection connection, List<Asked> tape) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          var result = method.invoke(connection, arguments);
          if (!(result instanceof PreparedStatement statement)) {
            return result;
          }
          var asked = new Asked((String) arguments[0], new ArrayList<>());
          tape.add(asked);
          return taped(statement, asked);
        });
  }

  private static PreparedStatement taped(PreparedStatement statement, Asked asked) {
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          if (method.getName().startsWith("set") && arguments.length > 1) {
            asked.values().add(value(method, arguments));
          }
          return method.invoke(statement, arguments);
        });
  }

  /** An array is freed after its statement: its type and text are kept. */
  private static Value value(Method method, @Nullable Object[] arguments)
      throws NoSuchMethodException, SQLException {
    if (arguments[1] instanceof Array array) {
      var kept = new PGobject();
      kept.setType("_" + array.getBaseTypeName());
      kept.setValue(array.toString());
      var set = PreparedStatement.class.getMethod("setObject", int.class, Object.class);
      return new Value(set, new Object[] {arguments[0], kept});
    }
    return new Value(method, arguments.clone());
  }

  /** What a proxy does. */
  private interface Does {
    @Nullable Object with(Method method, @Nullable Object[] arguments)
        throws ReflectiveOperationException, SQLException;
  }

  private static <T> T proxy(Class<T> type, Does does) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return does.with(method, arguments == null ? new Object[0] : arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            }));
  }
}
