package followmycase.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** One connection that runs scripts as fast as it can: the straight SQL of a request. */
final class Replay implements Round.Work {

  private final Connection connection;
  private final List<Script> scripts;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Replay(String database, List<Script> scripts) throws SQLException {
    this.connection = DriverManager.getConnection(database + "&prepareThreshold=1");
    this.scripts = scripts;
  }

  @Override
  public void once() throws SQLException {
    var script = scripts.get(ThreadLocalRandom.current().nextInt(scripts.size()));
    var made = new HashMap<String, String>();
    for (var step : script.steps()) {
      if (step.as().begins()) {
        connection.setReadOnly(step.as().readOnly());
        connection.setAutoCommit(false);
      } else if (step.as().ends()) {
        connection.commit();
        connection.setAutoCommit(true);
      } else {
        run(step, made);
      }
    }
  }

  private void run(Script.Step step, Map<String, String> made) throws SQLException {
    var statement = prepared.get(step.sql());
    if (statement == null) {
      statement = connection.prepareStatement(step.sql());
      prepared.put(step.sql(), statement);
    }
    for (var n = 0; n < step.values().size(); n++) {
      var value = step.values().get(n);
      statement.setObject(n + 1, value == null ? null : value.text(made), Types.OTHER);
    }
    if (statement.execute()) {
      readAll(statement);
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

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
