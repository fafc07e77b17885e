package followmycase.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.followmycase.support.RunningProduct;

/**
 * Has PostgreSQL itself write down what the product asks of it. So the statements that the product
 * is measured against are the very ones that its requests run, whatever becomes of its code.
 */
final class StatementLog {

  private static final Pattern ENTRY =
      Pattern.compile(
          "(?m)^\\d{4}-\\d\\d-\\d\\d [\\d:.]+ \\w+ \\[(\\d+)\\] (\\w+):  (.*+(?:\\n\\t.*+)*+)$");
  private static final Pattern EXECUTE = Pattern.compile("(?s)(?:statement|execute [^:]+): (.*)");
  private static final Pattern VALUE = Pattern.compile("\\$\\d+ = (NULL|'[^']*+(?:''[^']*+)*+')");

  /** The product trusts a connection that it used just before, and looks at others first. */
  private static final Duration UNTRUSTED = Duration.ofSeconds(2);

  private final RunningProduct product;
  private final Path file;

  StatementLog(RunningProduct product, Path home) {
    this.product = product;
    this.file = home.resolve("postgres.log");
  }

  /** From now on everything is written down, on connections opened anew. */
  void on() {
    product.ask("alter role portal_app set log_statement = 'all'");
    product.ask("alter role portal_app set log_error_verbosity = 'default'");
    reconnect();
  }

  void off() {
    product.ask("alter role portal_app reset all");
    reconnect();
  }

  private void reconnect() {
    product.ask(
        "select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = 'portal_app'");
    LockSupport.parkNanos(UNTRUSTED.toNanos());
  }

  /** Where the log ends now. */
  long end() throws IOException {
    return Files.size(file);
  }

  /** What was asked between two places of the log, connection by connection. */
  List<List<Statement>> between(long from, long to) throws IOException {
    var connections = new LinkedHashMap<String, List<Statement>>();
    var entries = ENTRY.matcher(text(from, to));
    while (entries.find()) {
      var said = entries.group(3).replace("\n\t", "\n");
      read(connections, entries.group(1), entries.group(2), said);
    }
    return List.copyOf(connections.values());
  }

  private String text(long from, long to) throws IOException {
    try (var log = new RandomAccessFile(file.toFile(), "r")) {
      var bytes = new byte[Math.toIntExact(to - from)];
      log.seek(from);
      log.readFully(bytes);
      return new String(bytes, UTF_8);
    }
  }

  private static void read(
      Map<String, List<Statement>> connections, String connection, String kind, String said) {
    var asked = connections.computeIfAbsent(connection, first -> new ArrayList<>());
    var execute = EXECUTE.matcher(said);
    if (kind.equals("LOG") && execute.matches() && !execute.group(1).isBlank()) {
      asked.add(new Statement(execute.group(1), List.of()));
    } else if (kind.equals("DETAIL") && said.startsWith("Parameters: ") && !asked.isEmpty()) {
      asked.add(new Statement(asked.removeLast().sql(), values(said)));
    }
  }

  private static List<@Nullable String> values(String said) {
    var values = new ArrayList<@Nullable String>();
    var found = VALUE.matcher(said);
    while (found.find()) {
      var value = found.group(1);
      values.add(
          value.equals("NULL") ? null : value.substring(1, value.length() - 1).replace("''", "'"));
    }
    return values;
  }
}
