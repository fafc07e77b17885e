package followmycase.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Sends requests one by one and keeps what the database was asked for each. */
final class Recorder {

  private static final int TRIES = 5;

  /** Asked by one request in many: whether the client still stands, and when it was heard. */
  private static final List<String> ONCE_IN_A_WHILE =
      List.of(
          "from plumbing.machine_client", "insert into police.feed", "when resumed_at is not null");

  private final StatementLog log;
  private final Wire wire;

  /** What the product asks by itself while nobody calls. */
  private final Set<String> ownBusiness;

  Recorder(StatementLog log, Wire wire, List<List<Statement>> idle) {
    this.log = log;
    this.wire = wire;
    this.ownBusiness =
        idle.stream()
            .flatMap(List::stream)
            .filter(one -> !one.begins() && !one.ends() && !binds(one))
            .map(Statement::sql)
            .collect(Collectors.toSet());
  }

  /**
   * The script of a request, told from recordings of two alike. What the product does by itself may
   * fall into one of them: then it is recorded again.
   */
  Script script(IntFunction<byte[]> request) throws IOException {
    var recordings = new ArrayList<List<Statement>>();
    for (var n = 0; n < TRIES; n++) {
      var recording = recorded(request.apply(n));
      var alike = recordings.stream().filter(one -> Script.sameSql(one, recording)).findFirst();
      if (alike.isPresent()) {
        return Script.of(alike.get(), recording);
      }
      recordings.add(recording);
    }
    throw new IllegalStateException(
        "Requests of one kind asked for different things: " + recordings);
  }

  private List<Statement> recorded(byte[] request) throws IOException {
    var from = log.end();
    var answer = wire.send(request);
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.status() + " " + answer.text());
    }
    return log.between(from, log.end()).stream()
        .flatMap(connection -> units(connection).stream())
        .filter(unit -> !isOwnBusiness(unit))
        .flatMap(List::stream)
        .filter(one -> ONCE_IN_A_WHILE.stream().noneMatch(one.sql()::contains))
        .toList();
  }

  /** Transactions, and statements that stand alone. */
  private static List<List<Statement>> units(List<Statement> connection) {
    var units = new ArrayList<List<Statement>>();
    var inside = false;
    for (var statement : connection) {
      if (!inside) {
        units.add(new ArrayList<>());
      }
      units.getLast().add(statement);
      inside = inside ? !statement.ends() : statement.begins();
    }
    return units;
  }

  private boolean isOwnBusiness(List<Statement> unit) {
    return unit.stream()
        .allMatch(
            one -> one.begins() || one.ends() || binds(one) || ownBusiness.contains(one.sql()));
  }

  private static boolean binds(Statement statement) {
    return statement.sql().contains("set_config('app.force'");
  }
}
