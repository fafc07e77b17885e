package uk.followmycase.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real product in a process of its own: its own data folder, embedded database and port, the
 * demo profile. It can be killed as an operating system kills, at any moment, and started again.
 */
public final class RunningProduct implements AutoCloseable {

  private static final Duration READY_WITHIN = Duration.ofMinutes(3);

  private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1");

  private final Path home;
  private final int port;
  private final Process process;
  private final ProcessOutput output;

  private RunningProduct(Path home, int port, Process process) {
    this.home = home;
    this.port = port;
    this.process = process;
    this.output = new ProcessOutput(process);
  }

  /** Starts on a data folder, fresh or kept, and waits until it answers. */
  public static RunningProduct start(Path home, String... settings) {
    var product = launch(home, settings);
    product.awaitReady();
    return product;
  }

  /** Starts without waiting, to be killed on the way up. */
  public static RunningProduct launch(Path home, String... settings) {
    return launch(home, QUICK_START, settings);
  }

  /** Starts with the whole compiler, which is slow to warm up and then fast. */
  public static RunningProduct startAtFullSpeed(Path home, String... settings) {
    var product = launch(home, List.of(), settings);
    product.awaitReady();
    return product;
  }

  private static RunningProduct launch(Path home, List<String> options, String... settings) {
    try {
      var port = freePort();
      var command = command(home, port, options, settings);
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      return new RunningProduct(home, port, builder.start());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Waits until the product answers; fails with its output when it does not. */
  public void awaitReady() {
    output.await("Started Application in", READY_WITHIN);
  }

  /** Waits for a line of output. */
  public void awaitLine(String part) {
    output.await(part, READY_WITHIN);
  }

  /** All it has written so far. */
  public String output() {
    return output.text();
  }

  /** Kills the product alone, as {@code kill -9} does; its database runs on. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Kills the product and its database, as a machine that goes down does. */
  public void killWithDatabase() {
    var database = databaseProcesses().toList();
    kill();
    database.forEach(ProcessHandle::destroyForcibly);
    database.forEach(one -> one.onExit().join());
  }

  /** Stops it as Ctrl-C does, and answers with its exit code. */
  public int stop() {
    process.destroy();
    return awaitExit();
  }

  /** Waits until it ends by itself, and answers with its exit code. */
  public int awaitExit() {
    return process.onExit().join().exitValue();
  }

  /** Whether it still runs. */
  public boolean isRunning() {
    return process.isAlive();
  }

  /** Process id of the product. */
  public long pid() {
    return process.pid();
  }

  /** Port of all its hosts. */
  public int port() {
    return port;
  }

  /** The servers and children of its embedded database. */
  public Stream<ProcessHandle> databaseProcesses() {
    var program = home.resolve("postgres-program").toString();
    return ProcessHandle.allProcesses()
        .filter(one -> one.info().command().filter(path -> path.startsWith(program)).isPresent());
  }

  /** The first column of what the database answers to a superuser, who looks past every wall. */
  public List<String> ask(String query) {
    try (var connection = DriverManager.getConnection(database("postgres"));
        var statement = connection.createStatement()) {
      var found = new ArrayList<String>();
      if (statement.execute(query)) {
        var rows = statement.getResultSet();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Address of its database for a role; {@code postgres} is the superuser. */
  public String database(String role) {
    try {
      var server = Files.readAllLines(home.resolve("postgres/postmaster.pid"));
      return "jdbc:postgresql://localhost:" + server.get(3) + "/followmycase?user=" + role;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A token of one of the demo's records systems. */
  public String token(String client) {
    var secrets = new Properties();
    try (var reader = Files.newBufferedReader(home.resolve("demo-clients.properties"))) {
      secrets.load(reader);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    var form =
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            client,
            "client_secret",
            secrets.getProperty(client));
    var answer = new Browser(port).post("sign-in.localhost", "/oauth2/token", form);
    return JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
  }

  /** Gets a page of one of its hosts. */
  public String get(String host, String path) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Host", host + ":" + port)
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString()).body();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** Leaves nothing running, nor the database of one that was killed. */
  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
    databaseProcesses().forEach(ProcessHandle::destroyForcibly);
  }

  private static List<String> command(
      Path home, int port, List<String> options, String... settings) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC"));
    command.addAll(List.of("-XX:+UseCompactObjectHeaders", "-XX:+UseTransparentHugePages"));
    command.addAll(options);
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of("-cp", classPath(), "uk.followmycase.Application"));
    command.add("--spring.profiles.active=demo");
    command.add("--spring.main.banner-mode=off");
    command.add("--followmycase.data=" + home);
    command.add("--server.port=" + port);
    command.add("--followmycase.sites.port=" + port);
    command.addAll(Arrays.asList(settings));
    return command;
  }

  /** The product's own class path: without the tests, which would bring their database. */
  private static String classPath() {
    var path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(path.split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
